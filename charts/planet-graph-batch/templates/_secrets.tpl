{{/*
Value of a Secret's key, base64: (dict "root" $ "secret" NAME "key" KEY). What the cluster has is kept; otherwise a new one is made when a cluster
answers. Offline the result is empty: a password made anew by every rendering would lock everybody out.
*/}}
{{- define "planet-graph-batch.password" -}}
{{- $existing := lookup "v1" "Secret" .root.Release.Namespace .secret -}}
{{- $kept := "" -}}
{{- if $existing -}}{{- $kept = default "" (get (default (dict) $existing.data) .key) -}}{{- end -}}
{{- if $kept -}}{{- $kept -}}
{{- else if include "planet-graph-batch.online" .root -}}{{- randAlphaNum 24 | b64enc -}}
{{- end -}}
{{- end -}}

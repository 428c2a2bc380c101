{{/*
Value of a Secret's key, base64: (dict "root" $ "secret" NAME "key" KEY). What the cluster has is kept; otherwise a new one is made when a cluster
answers. Offline the result is empty: a password made anew by every rendering would lock everybody out.
*/}}
{{- define "[[ p ]].password" -}}
{{- $existing := lookup "v1" "Secret" .root.Release.Namespace .secret -}}
{{- $kept := "" -}}
{{- if $existing -}}{{- $kept = default "" (get (default (dict) $existing.data) .key) -}}{{- end -}}
{{- if $kept -}}{{- $kept -}}
{{- else if include "[[ p ]].online" .root -}}{{- randAlphaNum 24 | b64enc -}}
{{- end -}}
{{- end -}}

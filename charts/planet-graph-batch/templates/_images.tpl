{{/* Image reference: (dict "root" $ "image" VALUES). A digest wins over the tag; the empty tag is the appVersion. */}}
{{- define "planet-graph-batch.image" -}}
{{- $registry := .image.registry -}}
{{- with .root.Values.global -}}{{- with .imageRegistry -}}{{- $registry = . -}}{{- end -}}{{- end -}}
{{- $reference := ternary (printf "@%s" .image.digest) (printf ":%s" (default .root.Chart.AppVersion .image.tag)) (not (empty .image.digest)) -}}
{{- if $registry -}}{{- printf "%s/%s%s" (trimSuffix "/" $registry) .image.repository $reference -}}
{{- else -}}{{- printf "%s%s" .image.repository $reference -}}
{{- end -}}
{{- end -}}

{{/* imagePullSecrets out of the chart's and the parent's values, given as names or as {name: …}. */}}
{{- define "planet-graph-batch.imagePullSecrets" -}}
{{- $names := list -}}
{{- $global := list -}}
{{- with .Values.global -}}{{- with .imagePullSecrets -}}{{- $global = . -}}{{- end -}}{{- end -}}
{{- range concat .Values.imagePullSecrets $global -}}
{{- $names = append $names (ternary (get (ternary . (dict) (kindIs "map" .)) "name") . (kindIs "map" .)) -}}
{{- end -}}
{{- with uniq $names }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end -}}

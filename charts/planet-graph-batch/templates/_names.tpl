{{/* Name of the chart in labels and names. */}}
{{- define "planet-graph-batch.name" -}}
{{- default "batch" .Values.nameOverride | trunc 28 | trimSuffix "-" -}}
{{- end -}}

{{/*
The full name of a release: (dict "release" NAME "name" CHART "override" NAME). At most 28 characters, so that the names of all pods stay
below 63; a longer one is cut and gets a hash, so that two long ones never meet.
*/}}
{{- define "planet-graph-batch.fullnameOf" -}}
{{- $full := .override -}}
{{- if not $full -}}
{{- $full = ternary .release (printf "%s-%s" .release .name) (contains .name .release) -}}
{{- end -}}
{{- if gt (len $full) 28 -}}
{{- printf "%s-%s" ($full | trunc 19 | trimSuffix "-") (sha256sum $full | trunc 8) -}}
{{- else -}}
{{- $full -}}
{{- end -}}
{{- end -}}

{{/* Full name of this release; the names of all objects begin with it. */}}
{{- define "planet-graph-batch.fullname" -}}
{{- include "planet-graph-batch.fullnameOf" (dict "release" .Release.Name "name" (include "planet-graph-batch.name" .) "override" .Values.fullnameOverride) -}}
{{- end -}}

{{/* Labels of an object: (dict "root" $ "component" NAME). */}}
{{- define "planet-graph-batch.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{ include "planet-graph-batch.selectorLabels" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: planet-graph
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Labels that select a component's pods; they never change between versions. */}}
{{- define "planet-graph-batch.selectorLabels" -}}
app.kubernetes.io/name: {{ include "planet-graph-batch.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- with .track }}
planet-graph/track: {{ . }}
{{- end }}
{{- end -}}

{{/* Labels of a component's pods: (dict "root" $ "component" NAME "values" VALUES ["track" TRACK]). */}}
{{- define "planet-graph-batch.podLabels" -}}
{{ include "planet-graph-batch.selectorLabels" . }}
app.kubernetes.io/part-of: planet-graph
{{- with .values.podLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* Annotations of an object: (dict "root" $ "annotations" MAP), below `metadata:`; nothing when there is none. */}}
{{- define "planet-graph-batch.annotations" -}}
{{- $all := merge (dict) (default (dict) .annotations) (default (dict) .root.Values.commonAnnotations) -}}
{{- with $all }}
  annotations:
    {{- toYaml . | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Name of a component's ServiceAccount: (dict "root" $ "component" NAME "values" VALUES "name" OBJECT). */}}
{{- define "planet-graph-batch.serviceAccountName" -}}
{{- if .values.serviceAccount.create -}}
{{- default .name .values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{/* "true" when a cluster answers: offline, Helm knows API groups but no kinds. It gates nothing but the making of passwords. */}}
{{- define "planet-graph-batch.online" -}}
{{- if .Capabilities.APIVersions.Has "v1/Secret" -}}true{{- end -}}
{{- end -}}

{{/* A value that `--set` may have made a number, as the text the user wrote: values files make large numbers floating. */}}
{{- define "planet-graph-batch.text" -}}
{{- if kindIs "float64" . -}}{{- if eq . (floor .) -}}{{- int64 . -}}{{- else -}}{{- . -}}{{- end -}}{{- else -}}{{- toString . -}}{{- end -}}
{{- end -}}

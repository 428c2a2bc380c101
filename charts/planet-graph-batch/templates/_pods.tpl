{{/*
What every pod spec begins with: (dict "root" $ "component" NAME "values" VALUES "name" OBJECT ["track" TRACK] ["token" true]).
*/}}
{{- define "planet-graph-batch.podSpec" -}}
serviceAccountName: {{ include "planet-graph-batch.serviceAccountName" . }}
automountServiceAccountToken: {{ default false .token }}
enableServiceLinks: false
{{- include "planet-graph-batch.imagePullSecrets" .root }}
securityContext:
  {{- include "planet-graph-batch.podSecurityContext" . | nindent 2 }}
terminationGracePeriodSeconds: {{ .values.terminationGracePeriodSeconds }}
{{- with .values.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
affinity:
{{- if .values.affinity }}
  {{- toYaml .values.affinity | nindent 2 }}
{{- else }}
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "planet-graph-batch.selectorLabels" . | nindent 14 }}
{{- end }}
{{- if semverCompare ">=1.18.0-0" .root.Capabilities.KubeVersion.Version }}
topologySpreadConstraints:
{{- if .values.topologySpreadConstraints }}
  {{- toYaml .values.topologySpreadConstraints | nindent 2 }}
{{- else }}
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "planet-graph-batch.selectorLabels" . | nindent 8 }}
{{- end }}
{{- end }}
{{- with .values.hostAliases }}
hostAliases:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Pod security context with the newer fields where the cluster has them: (dict "root" $ "values" VALUES). */}}
{{- define "planet-graph-batch.podSecurityContext" -}}
{{- $context := merge (dict) .values.podSecurityContext (dict "runAsNonRoot" true) -}}
{{- if semverCompare ">=1.19.0-0" .root.Capabilities.KubeVersion.Version -}}
{{- $context = merge $context (dict "seccompProfile" (dict "type" "RuntimeDefault")) -}}
{{- end -}}
{{- if and (hasKey $context "fsGroup") (semverCompare ">=1.20.0-0" .root.Capabilities.KubeVersion.Version) -}}
{{- $context = merge $context (dict "fsGroupChangePolicy" "OnRootMismatch") -}}
{{- end -}}
{{- toYaml $context -}}
{{- end -}}

{{/* Container security context: the chart's, with the component's own merged over it: (dict "root" $ ["values" VALUES]). */}}
{{- define "planet-graph-batch.containerSecurityContext" -}}
{{- $own := dict -}}
{{- if .values -}}{{- $own = default (dict) .values.containerSecurityContext -}}{{- end -}}
{{- toYaml (mergeOverwrite (deepCopy .root.Values.containerSecurityContext) $own) -}}
{{- end -}}

{{/* Opening of an init step in the tools image: (dict "root" $ ["values" VALUES]). */}}
{{- define "planet-graph-batch.toolsContainer" -}}
image: {{ include "planet-graph-batch.image" (dict "root" .root "image" .root.Values.tools.image) }}
imagePullPolicy: {{ .root.Values.tools.image.pullPolicy }}
terminationMessagePolicy: FallbackToLogsOnError
securityContext:
  {{- include "planet-graph-batch.containerSecurityContext" (dict "root" .root "values" .values) | nindent 2 }}
resources:
  {{- toYaml .root.Values.tools.resources | nindent 2 }}
{{- end -}}

{{/*
Environment of a container, each name once (server-side apply refuses doubles): (dict "env" LIST "extra" LIST). An extra one replaces the chart's.
*/}}
{{- define "planet-graph-batch.env" -}}
{{- $extra := dict -}}
{{- range .extra -}}{{- $extra = set $extra .name . -}}{{- end -}}
{{- $entries := list -}}
{{- $seen := dict -}}
{{- range concat .env .extra -}}
{{- if not (hasKey $seen .name) -}}
{{- $seen = set $seen .name true -}}
{{- $entries = append $entries (ternary (get $extra .name) . (hasKey $extra .name)) -}}
{{- end -}}
{{- end -}}
{{- toYaml $entries -}}
{{- end -}}

{{/*
Probes: (dict "root" $ "probes" VALUES "handler" HANDLER). Before Kubernetes 1.18 there is no startup probe: the liveness probe then waits
as long as the start may take.
*/}}
{{- define "planet-graph-batch.probes" -}}
{{- $startup := semverCompare ">=1.18.0-0" .root.Capabilities.KubeVersion.Version -}}
{{- if $startup }}
startupProbe:
  {{- toYaml (merge (dict) .handler .probes.startup) | nindent 2 }}
{{- end }}
readinessProbe:
  {{- toYaml (merge (dict) (default .handler .readinessHandler) .probes.readiness) | nindent 2 }}
livenessProbe:
{{- $liveness := merge (dict) .handler .probes.liveness }}
{{- if not $startup }}
{{- $delay := mul (default 10 .probes.startup.periodSeconds) (default 3 .probes.startup.failureThreshold) }}
{{- $liveness = merge (dict "initialDelaySeconds" (max (int $delay) (int (default 0 .probes.liveness.initialDelaySeconds)))) $liveness }}
{{- end }}
  {{- toYaml $liveness | nindent 2 }}
{{- end -}}

{{/* Seconds of grace after a pod left the endpoint: (dict "root" $ "seconds" N). Kubernetes 1.30 and newer wait without a program in the image. */}}
{{- define "planet-graph-batch.preStop" -}}
{{- if .seconds }}
lifecycle:
  preStop:
{{- if semverCompare ">=1.30.0-0" .root.Capabilities.KubeVersion.Version }}
    sleep: { seconds: {{ .seconds }} }
{{- else }}
    exec: { command: [sleep, {{ .seconds | quote }}] }
{{- end }}
{{- end }}
{{- end -}}

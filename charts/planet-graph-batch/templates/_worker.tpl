{{/* The worker's pods. A Job's pods cannot be changed once it is made. */}}
{{- define "planet-graph-batch.workerPods" -}}
{{- $v := .Values.worker -}}
{{- $name := include "planet-graph-batch.jobName" . -}}
metadata:
  labels:
    {{- include "planet-graph-batch.podLabels" (dict "root" . "component" "worker" "values" $v) | nindent 4 }}
    planet-graph/run: {{ include "planet-graph-batch.runId" . | quote }}
  {{- with $v.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  restartPolicy: Never
  {{- include "planet-graph-batch.podSpec" (dict "root" . "component" "worker" "values" $v "name" $name) | nindent 2 }}
  initContainers:
    {{- include "planet-graph-batch.reach" . | nindent 4 }}
    {{- with $v.extraInitContainers }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  containers:
    - name: worker
      image: {{ include "planet-graph-batch.image" (dict "root" . "image" $v.image) }}
      imagePullPolicy: {{ $v.image.pullPolicy }}
      env:
        {{- $env := (include "planet-graph-batch.programEnv" . | fromJson).env }}
        {{- $env = concat $env (list
              (dict "name" "PLANET_GRAPH__SERVICE__CONCURRENCY" "value" (toString $v.concurrency))
              (dict "name" "PLANET_GRAPH__SERVICE__BATCHSIZE" "value" (toString $v.batchSize))
              (dict "name" "PLANET_GRAPH__WORKER__CONCURRENCY" "value" (toString $v.concurrency))
              (dict "name" "PLANET_GRAPH__WORKER__GRACESECONDS" "value" (toString (max 1 (sub (int $v.terminationGracePeriodSeconds) 10))))) }}
        {{- include "planet-graph-batch.env" (dict "env" $env "extra" $v.extraEnv) | nindent 8 }}
      {{- with $v.extraEnvFrom }}
      envFrom:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      terminationMessagePolicy: FallbackToLogsOnError
      securityContext:
        {{- include "planet-graph-batch.containerSecurityContext" (dict "root" . "values" $v) | nindent 8 }}
      ports:
        - { name: http, containerPort: 8080, protocol: TCP }
      resources:
        {{- toYaml $v.resources | nindent 8 }}
      volumeMounts:
        {{- if eq .Values.storage.type "volume" }}
        - { name: volume, mountPath: {{ .Values.containerDataDir }} }
        {{- end }}
        - { name: tmp, mountPath: /tmp }
        {{- with $v.extraVolumeMounts }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
    {{- with $v.sidecars }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  volumes:
    {{- if eq .Values.storage.type "volume" }}
    - name: volume
      {{- include "planet-graph-batch.volume.source" . | nindent 6 }}
    {{- end }}
    - name: tmp
      emptyDir: {}
    {{- with $v.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
{{- end -}}

{{/* What tells one worker's pods from another's, however they are written. */}}
{{- define "planet-graph-batch.workerPodsHash" -}}
{{- include "planet-graph-batch.workerPods" . | fromYaml | toJson | sha256sum | trunc 16 -}}
{{- end -}}

{{/*
Refuses what would break a run that still goes on, in a sentence instead of the API server's pages: an upgrade that makes another run of the
release cancels the one that is there, and one that changes the worker's pods cannot be done.
*/}}
{{- define "planet-graph-batch.validateRun" -}}
{{- $name := include "planet-graph-batch.jobName" . -}}
{{- $hash := include "planet-graph-batch.workerPodsHash" . -}}
{{- range (lookup "batch/v1" "Job" .Release.Namespace "").items -}}
{{- $labels := default (dict) .metadata.labels -}}
{{- $run := default "" (get $labels "planet-graph/run") -}}
{{- if and $run (eq (default "" (get $labels "app.kubernetes.io/instance")) $.Release.Name) (not .metadata.deletionTimestamp) -}}
{{- $over := false -}}
{{- range (default (dict) .status).conditions -}}
{{- if and (eq .status "True") (has .type (list "Complete" "Failed" "SuccessCriteriaMet" "FailureTarget")) -}}{{- $over = true -}}{{- end -}}
{{- end -}}
{{- $record := lookup "v1" "ConfigMap" $.Release.Namespace (printf "%s-run-%s" (include "planet-graph-batch.fullname" $) $run) -}}
{{- if $record -}}
{{- if has (default "" (get (default (dict) $record.data) "state")) (list "complete" "failed" "deadline" "cancelled") -}}{{- $over = true -}}{{- end -}}
{{- end -}}
{{- $made := default "" (get (default (dict) .metadata.annotations) "planet-graph/pods") -}}
{{- if and (ne .metadata.name $name) (not $over) -}}
{{- fail (printf "run %s of release %s still goes on (Job %s), and this would cancel it: wait for its end, start the other run as a release of its own (helm install NAME ...), or cancel this one first (helm uninstall %s)" $run $.Release.Name .metadata.name $.Release.Name) -}}
{{- else if and (eq .metadata.name $name) $made (ne $made $hash) (include "planet-graph-batch.runs" $) -}}
{{- fail (printf "only parallelism can be changed while Job %s is there, as its pods are described once: leave the other values as they are, or helm uninstall %s --wait and install it again with them (what is done stays done)" $name $.Release.Name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

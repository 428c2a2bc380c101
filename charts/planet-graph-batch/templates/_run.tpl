{{/* The input's folder below baseDataDir. */}}
{{- define "planet-graph-batch.inputDataPath" -}}
{{- include "planet-graph-batch.text" .Values.inputDataPath | trimSuffix "/" -}}
{{- end -}}

{{/* Refuses an input folder that is not given, not relative, or that a path or a configuration file would read otherwise. */}}
{{- define "planet-graph-batch.validateInput" -}}
{{- $path := include "planet-graph-batch.inputDataPath" . -}}
{{- if not $path -}}
{{- fail "inputDataPath is required: --set inputDataPath=FOLDER names the folder below baseDataDir whose input/ is worked on (on an upgrade add --reuse-values)" -}}
{{- else if hasPrefix "/" $path -}}
{{- fail (printf "inputDataPath=%s is absolute: give the folder below baseDataDir (%s)" $path .Values.baseDataDir) -}}
{{- else if regexMatch "(^|/)([.]{0,2})(/|$)" $path -}}
{{- fail (printf "inputDataPath=%s leaves the data folder or has an empty part: give a plain folder below baseDataDir, without . and .." $path) -}}
{{- else if regexMatch "[\x00-\x1f\"'\\\\$;{}<>|*?`]" $path -}}
{{- fail (printf "inputDataPath=%s has a character that the path of a run must not have (quotes, backslash, $ ; { } < > | * ?): rename the folder" $path) -}}
{{- end -}}
{{- end -}}

{{/* The run's id: what it works on and every setting that changes what comes out. */}}
{{- define "planet-graph-batch.runId" -}}
{{- $given := include "planet-graph-batch.text" .Values.runId -}}
{{- if $given -}}{{- $given -}}
{{- else -}}
{{- list (include "planet-graph-batch.inputDataPath" .) .Values.outputFormat .Values.addressColumn | join "\n" | sha256sum | trunc 10 -}}
{{- end -}}
{{- end -}}

{{/* End of the names of the run's objects. A resumed run has names of its own: what its first attempt leaves is swept away with its Job. */}}
{{- define "planet-graph-batch.run" -}}
{{- include "planet-graph-batch.runId" . -}}{{- if .Values.resume -}}-r{{ .Values.resume }}{{- end -}}
{{- end -}}

{{- define "planet-graph-batch.record" -}}
{{- printf "%s-run-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.runId" .) -}}
{{- end -}}

{{/*
"true" when the run has to be there. A run that its record says is complete is never rendered again, or an upgrade after the Job was removed
would run the batch a second time; one that ended otherwise comes back when `resume` is raised.
*/}}
{{- define "planet-graph-batch.runs" -}}
{{- $record := lookup "v1" "ConfigMap" .Release.Namespace (include "planet-graph-batch.record" .) -}}
{{- $data := dict -}}
{{- if $record -}}{{- $data = default (dict) $record.data -}}{{- end -}}
{{- $state := default "" (get $data "state") -}}
{{- $attempt := int (default "0" (get $data "attempt")) -}}
{{- if eq $state "complete" -}}
{{- else if and (has $state (list "failed" "deadline" "cancelled")) (le (int .Values.resume) $attempt) -}}
{{- else -}}true
{{- end -}}
{{- end -}}

{{/* Who removes the Job in the end: ttl, publisher or keep. */}}
{{- define "planet-graph-batch.ttlMode" -}}
{{- if ne .Values.job.ttlMode "auto" -}}{{- .Values.job.ttlMode -}}
{{- else -}}{{- ternary "ttl" "publisher" (semverCompare ">=1.21.0-0" .Capabilities.KubeVersion.Version) -}}
{{- end -}}
{{- end -}}

{{- define "planet-graph-batch.jobName" -}}
{{- printf "%s-worker-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) -}}
{{- end -}}

{{/* What belongs to the run, one `group/version/plural/name` a line: the publisher makes the Job its owner, and may touch nothing else. */}}
{{- define "planet-graph-batch.runObjects" -}}
{{- if include "planet-graph-batch.runs" . }}
apps/v1/statefulsets/{{ printf "%s-publisher-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
v1/services/{{ printf "%s-publisher-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}-headless
v1/services/{{ printf "%s-publisher-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
rbac.authorization.k8s.io/v1/roles/{{ printf "%s-publisher-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
rbac.authorization.k8s.io/v1/rolebindings/{{ printf "%s-publisher-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- if .Values.publisher.serviceAccount.create }}
v1/serviceaccounts/{{ include "planet-graph-batch.serviceAccountName" (dict "root" . "values" .Values.publisher "name" (printf "%s-publisher-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .))) }}
{{- end }}
{{- if .Values.networkPolicy.enabled }}
networking.k8s.io/v1/networkpolicies/{{ printf "%s-publisher-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- end }}
{{- end }}
{{- if include "planet-graph-batch.runs" . }}
{{- if include "planet-graph-batch.ledgerCopies" . }}
v1/secrets/{{ include "planet-graph-batch.ledgerSecret" . }}
{{- end }}
{{- if .Values.worker.serviceAccount.create }}
v1/serviceaccounts/{{ include "planet-graph-batch.serviceAccountName" (dict "root" . "values" .Values.worker "name" (printf "%s-worker-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .))) }}
{{- end }}
{{- if .Values.networkPolicy.enabled }}
networking.k8s.io/v1/networkpolicies/{{ printf "%s-worker-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- end }}
{{- end }}
{{- if and (include "planet-graph-batch.runs" .) .Values.rabbitmq.enabled }}
apps/v1/statefulsets/{{ printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
v1/services/{{ printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}-headless
v1/services/{{ printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
v1/configmaps/{{ printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- if not .Values.rabbitmq.auth.existingSecret }}
v1/secrets/{{ printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- end }}
{{- if .Values.rabbitmq.persistence.enabled }}
{{- range $ordinal := until (int .Values.rabbitmq.replicas) }}
v1/persistentvolumeclaims/data-{{ with $ }}{{ printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}{{ end }}-{{ $ordinal }}
{{- end }}
{{- end }}
{{- if .Values.rabbitmq.serviceAccount.create }}
v1/serviceaccounts/{{ include "planet-graph-batch.serviceAccountName" (dict "root" . "values" .Values.rabbitmq "name" (printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .))) }}
{{- end }}
{{- if .Values.networkPolicy.enabled }}
networking.k8s.io/v1/networkpolicies/{{ printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- end }}
{{- end }}
{{- if and (include "planet-graph-batch.runs" .) (eq .Values.storage.type "fileserver") }}
apps/v1/deployments/{{ printf "%s-fileserver-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
v1/configmaps/{{ printf "%s-fileserver-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
v1/services/{{ printf "%s-fileserver-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- if .Values.fileserver.serviceAccount.create }}
v1/serviceaccounts/{{ include "planet-graph-batch.serviceAccountName" (dict "root" . "values" .Values.fileserver "name" (printf "%s-fileserver-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .))) }}
{{- end }}
{{- if .Values.networkPolicy.enabled }}
networking.k8s.io/v1/networkpolicies/{{ printf "%s-fileserver-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) }}
{{- end }}
{{- end }}
{{- end -}}

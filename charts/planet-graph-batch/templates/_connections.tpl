{{/* Full name of the main release, made as that chart makes it. */}}
{{- define "planet-graph-batch.planetGraph" -}}
{{- include "planet-graph-batch.fullnameOf" (dict "release" .Values.planetGraph.release "name" "planet-graph" "override" .Values.planetGraph.fullname) -}}
{{- end -}}

{{- define "planet-graph-batch.planetGraphNamespace" -}}
{{- default .Release.Namespace .Values.planetGraph.namespace -}}
{{- end -}}

{{/* Host of a Service of the main release: the short name in the same namespace, else with the namespace. */}}
{{- define "planet-graph-batch.planetGraphHost" -}}
{{- $namespace := include "planet-graph-batch.planetGraphNamespace" .root -}}
{{- printf "%s-%s" (include "planet-graph-batch.planetGraph" .root) .component -}}
{{- if ne $namespace .root.Release.Namespace -}}.{{ $namespace }}.svc.{{ .root.Values.clusterDomain }}{{- end -}}
{{- end -}}

{{- define "planet-graph-batch.serviceUrl" -}}
{{- default (printf "http://%s:%d" (include "planet-graph-batch.planetGraphHost" (dict "root" . "component" "service")) (int .Values.planetGraph.servicePort)) .Values.planetGraph.url -}}
{{- end -}}

{{- define "planet-graph-batch.mysqlUser" -}}{{- .Values.ledger.username -}}{{- end -}}

{{- define "planet-graph-batch.ledgerDatabase" -}}{{- .Values.ledger.database -}}{{- end -}}

{{- define "planet-graph-batch.ledgerHost" -}}
{{- if .Values.ledger.host -}}{{- .Values.ledger.host -}}
{{- else if eq .Values.ledger.type "own" -}}{{- printf "%s-mysql" (include "planet-graph-batch.fullname" .) -}}
{{- else -}}{{- include "planet-graph-batch.planetGraphHost" (dict "root" . "component" "mysql") -}}
{{- end -}}
{{- end -}}

{{/* "true" when the main release's Secret has to be copied: pods cannot read Secrets of other namespaces. */}}
{{- define "planet-graph-batch.ledgerCopies" -}}
{{- if and (eq .Values.ledger.type "release") (not .Values.ledger.existingSecret) (ne (include "planet-graph-batch.planetGraphNamespace" .) .Release.Namespace) -}}true{{- end -}}
{{- end -}}

{{- define "planet-graph-batch.ledgerSecret" -}}
{{- if .Values.ledger.existingSecret -}}{{- .Values.ledger.existingSecret -}}
{{- else if eq .Values.ledger.type "own" -}}{{- default (printf "%s-mysql" (include "planet-graph-batch.fullname" .)) .Values.mysql.auth.existingSecret -}}
{{- else if include "planet-graph-batch.ledgerCopies" . -}}{{- printf "%s-ledger-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) -}}
{{- else -}}{{- printf "%s-mysql" (include "planet-graph-batch.planetGraph" .) -}}
{{- end -}}
{{- end -}}

{{- define "planet-graph-batch.ledgerPasswordKey" -}}
{{- ternary .Values.mysql.auth.passwordKey .Values.ledger.passwordKey (eq .Values.ledger.type "own") -}}
{{- end -}}

{{- define "planet-graph-batch.brokerName" -}}
{{- printf "%s-rabbitmq-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) -}}
{{- end -}}

{{- define "planet-graph-batch.brokerHost" -}}
{{- ternary (include "planet-graph-batch.brokerName" .) .Values.rabbitmq.external.host .Values.rabbitmq.enabled -}}
{{- end -}}

{{- define "planet-graph-batch.brokerPort" -}}
{{- ternary 5672 (int .Values.rabbitmq.external.port) .Values.rabbitmq.enabled -}}
{{- end -}}

{{- define "planet-graph-batch.brokerSecret" -}}
{{- default (include "planet-graph-batch.brokerName" .) .Values.rabbitmq.auth.existingSecret -}}
{{- end -}}

{{- define "planet-graph-batch.fileserverName" -}}
{{- printf "%s-fileserver-%s" (include "planet-graph-batch.fullname" .) (include "planet-graph-batch.run" .) -}}
{{- end -}}

{{/* Refuses values that contradict each other, each with the way out. */}}
{{- define "planet-graph-batch.validate" -}}
{{- include "planet-graph-batch.validateInput" . -}}
{{- if and (eq .Values.ledger.type "external") (not .Values.ledger.host) -}}
{{- fail "ledger.type=external needs the host: set ledger.host" -}}
{{- end -}}
{{- if and (eq .Values.ledger.type "external") (not .Values.ledger.existingSecret) -}}
{{- fail "ledger.type=external needs the Secret with the password: set ledger.existingSecret" -}}
{{- end -}}
{{- if and (not .Values.rabbitmq.enabled) (not .Values.rabbitmq.external.host) -}}
{{- fail "rabbitmq.enabled=false needs a broker: set rabbitmq.external.host" -}}
{{- end -}}
{{- if and (not .Values.rabbitmq.enabled) (not .Values.rabbitmq.auth.existingSecret) -}}
{{- fail "rabbitmq.enabled=false needs the Secret with the broker's password: set rabbitmq.auth.existingSecret" -}}
{{- end -}}
{{- if and (eq .Values.storage.type "volume") (eq .Values.volume.type "emptyDir") -}}
{{- fail "volume.type=emptyDir shares nothing between pods: use another volume.type" -}}
{{- end -}}
{{- if and (eq .Values.volume.type "local") (not .Values.volume.nodes) -}}
{{- fail "volume.type=local needs the nodes that have the folder: set volume.nodes={NODE}" -}}
{{- end -}}
{{- if and (eq .Values.mysql.persistence.type "local") (not .Values.mysql.persistence.nodes) -}}
{{- fail "mysql.persistence.type=local needs the node that has the folder: set mysql.persistence.nodes={NODE}" -}}
{{- end -}}
{{- include "planet-graph-batch.validateRun" . -}}
{{- end -}}

{{/* Host and port of the MySQL that the service uses; empty when there is none. */}}
{{- define "planet-graph.mysqlHost" -}}
{{- if .Values.mysql.enabled -}}{{- printf "%s-mysql" (include "planet-graph.fullname" .) -}}{{- else -}}{{- .Values.mysql.external.host -}}{{- end -}}
{{- end -}}

{{- define "planet-graph.mysqlPort" -}}
{{- ternary .Values.mysql.service.port .Values.mysql.external.port .Values.mysql.enabled -}}
{{- end -}}

{{- define "planet-graph.mysqlUser" -}}{{- .Values.mysql.username -}}{{- end -}}

{{- define "planet-graph.ledgerDatabase" -}}{{- .Values.mysql.ledgerDatabase -}}{{- end -}}

{{/* The Secret with MySQL's passwords. */}}
{{- define "planet-graph.mysqlSecret" -}}
{{- default (printf "%s-mysql" (include "planet-graph.fullname" .)) .Values.mysql.auth.existingSecret -}}
{{- end -}}

{{/* Refuses values that contradict each other, each with the way out. */}}
{{- define "planet-graph.validate" -}}
{{- $e := .Values.endpoint -}}
{{- if and (eq $e.type "Ingress") (not $e.host) -}}
{{- fail "endpoint.type=Ingress needs a host name: set endpoint.host" -}}
{{- end -}}
{{- if and (eq $e.type "Gateway") (not $e.gateway.name) -}}
{{- fail "endpoint.type=Gateway needs the Gateway to attach to: set endpoint.gateway.name" -}}
{{- end -}}
{{- if and $e.tlsSecret (ne $e.type "Ingress") -}}
{{- fail (printf "endpoint.tlsSecret belongs to endpoint.type=Ingress, but the type is %s: unset it, or terminate TLS at the Gateway" $e.type) -}}
{{- end -}}
{{- if and .Values.autoscaling.enabled (gt (int .Values.autoscaling.minReplicas) (int .Values.autoscaling.maxReplicas)) -}}
{{- fail (printf "autoscaling.minReplicas=%d is above autoscaling.maxReplicas=%d: lower the one or raise the other" (int .Values.autoscaling.minReplicas) (int .Values.autoscaling.maxReplicas)) -}}
{{- end -}}
{{- if and (not .Values.mysql.enabled) .Values.mysql.external.host (not .Values.mysql.auth.existingSecret) -}}
{{- fail "mysql.external.host needs the Secret with the user's password: set mysql.auth.existingSecret" -}}
{{- end -}}
{{- range $key, $path := dict "data.path" .Values.data.path "canary.data.path" .Values.canary.data.path -}}
{{- if or (hasPrefix "/" (toString $path)) (has ".." (splitList "/" (toString $path))) -}}
{{- fail (printf "%s=%s leaves the volume: give a folder below its root, without .." $key (toString $path)) -}}
{{- end -}}
{{- end -}}
{{- if and (eq .Values.volume.type "local") (not .Values.volume.nodes) -}}
{{- fail "volume.type=local needs the nodes that have the folder: set volume.nodes={NODE}" -}}
{{- end -}}
{{- if and (eq .Values.mysql.persistence.type "local") (not .Values.mysql.persistence.nodes) -}}
{{- fail "mysql.persistence.type=local needs the node that has the folder: set mysql.persistence.nodes={NODE}" -}}
{{- end -}}
{{- end -}}

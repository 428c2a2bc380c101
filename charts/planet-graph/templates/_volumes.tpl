{{/* An install would take over a volume or claim of a former release that is still being deleted, and then lose it: refused. */}}
{{- define "planet-graph.notLeaving" -}}
{{- if .root.Release.IsInstall -}}
{{- with lookup "v1" .kind .namespace .name -}}
{{- if .metadata.deletionTimestamp -}}
{{- fail (printf "%s %s of the former release is still being deleted: wait until its pods have ended (helm uninstall --wait does), then install again" $.kind $.name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{/* PersistentVolume of the data package. Volumes belong to no namespace, so the namespace is in the name; it may be as long as it gets. */}}
{{- define "planet-graph.volume.volumeName" -}}
{{- default (printf "%s-%s-volume" .Release.Namespace (include "planet-graph.fullname" .)) .Values.volume.name -}}
{{- end -}}

{{/* PersistentVolumeClaim of the data package. */}}
{{- define "planet-graph.volume.claimName" -}}
{{- if eq .Values.volume.type "existingClaim" -}}
{{- required "volume.type=existingClaim needs its name: set volume.existingClaim" .Values.volume.existingClaim -}}
{{- else -}}
{{- default (printf "%s-volume-claim" (include "planet-graph.fullname" .)) .Values.volume.claimName -}}
{{- end -}}
{{- end -}}

{{/* Source of the pod volume of the data package. */}}
{{- define "planet-graph.volume.source" -}}
{{- if eq .Values.volume.type "emptyDir" -}}
emptyDir: {}
{{- else -}}
persistentVolumeClaim:
  claimName: {{ include "planet-graph.volume.claimName" . }}
{{- end -}}
{{- end -}}

{{/* PersistentVolume of MySQL's data. Volumes belong to no namespace, so the namespace is in the name; it may be as long as it gets. */}}
{{- define "planet-graph.mysql.volumeName" -}}
{{- default (printf "%s-%s-mysql" .Release.Namespace (include "planet-graph.fullname" .)) .Values.mysql.persistence.name -}}
{{- end -}}

{{/* PersistentVolumeClaim of MySQL's data. */}}
{{- define "planet-graph.mysql.claimName" -}}
{{- if eq .Values.mysql.persistence.type "existingClaim" -}}
{{- required "mysql.persistence.type=existingClaim needs its name: set mysql.persistence.existingClaim" .Values.mysql.persistence.existingClaim -}}
{{- else -}}
{{- default (printf "%s-mysql-claim" (include "planet-graph.fullname" .)) .Values.mysql.persistence.claimName -}}
{{- end -}}
{{- end -}}

{{/* Source of the pod volume of MySQL's data. */}}
{{- define "planet-graph.mysql.source" -}}
{{- if eq .Values.mysql.persistence.type "emptyDir" -}}
emptyDir: {}
{{- else -}}
persistentVolumeClaim:
  claimName: {{ include "planet-graph.mysql.claimName" . }}
{{- end -}}
{{- end -}}

{{/* An install would take over a volume or claim of a former release that is still being deleted, and then lose it: refused. */}}
{{- define "planet-graph-batch.notLeaving" -}}
{{- if .root.Release.IsInstall -}}
{{- with lookup "v1" .kind .namespace .name -}}
{{- if .metadata.deletionTimestamp -}}
{{- fail (printf "%s %s of the former release is still being deleted: wait until its pods have ended (helm uninstall --wait does), then install again" $.kind $.name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{/* PersistentVolume of the batch data. Volumes belong to no namespace, so the namespace is in the name; it may be as long as it gets. */}}
{{- define "planet-graph-batch.volume.volumeName" -}}
{{- default (printf "%s-%s-volume" .Release.Namespace (include "planet-graph-batch.fullname" .)) .Values.volume.name -}}
{{- end -}}

{{/* PersistentVolumeClaim of the batch data. */}}
{{- define "planet-graph-batch.volume.claimName" -}}
{{- if eq .Values.volume.type "existingClaim" -}}
{{- required "volume.type=existingClaim needs its name: set volume.existingClaim" .Values.volume.existingClaim -}}
{{- else -}}
{{- default (printf "%s-volume-claim" (include "planet-graph-batch.fullname" .)) .Values.volume.claimName -}}
{{- end -}}
{{- end -}}

{{/* Source of the pod volume of the batch data. */}}
{{- define "planet-graph-batch.volume.source" -}}
{{- if eq .Values.volume.type "emptyDir" -}}
emptyDir: {}
{{- else -}}
persistentVolumeClaim:
  claimName: {{ include "planet-graph-batch.volume.claimName" . }}
{{- end -}}
{{- end -}}

{{/* PersistentVolume of the data of the run's own MySQL. Volumes belong to no namespace, so the namespace is in the name; it may be as long as it gets. */}}
{{- define "planet-graph-batch.mysql.volumeName" -}}
{{- default (printf "%s-%s-mysql" .Release.Namespace (include "planet-graph-batch.fullname" .)) .Values.mysql.persistence.name -}}
{{- end -}}

{{/* PersistentVolumeClaim of the data of the run's own MySQL. */}}
{{- define "planet-graph-batch.mysql.claimName" -}}
{{- if eq .Values.mysql.persistence.type "existingClaim" -}}
{{- required "mysql.persistence.type=existingClaim needs its name: set mysql.persistence.existingClaim" .Values.mysql.persistence.existingClaim -}}
{{- else -}}
{{- default (printf "%s-mysql-claim" (include "planet-graph-batch.fullname" .)) .Values.mysql.persistence.claimName -}}
{{- end -}}
{{- end -}}

{{/* Source of the pod volume of the data of the run's own MySQL. */}}
{{- define "planet-graph-batch.mysql.source" -}}
{{- if eq .Values.mysql.persistence.type "emptyDir" -}}
emptyDir: {}
{{- else -}}
persistentVolumeClaim:
  claimName: {{ include "planet-graph-batch.mysql.claimName" . }}
{{- end -}}
{{- end -}}

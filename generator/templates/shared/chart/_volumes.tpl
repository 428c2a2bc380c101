{{/* An install would take over a volume or claim of a former release that is still being deleted, and then lose it: refused. */}}
{{- define "[[ p ]].notLeaving" -}}
{{- if .root.Release.IsInstall -}}
{{- with lookup "v1" .kind .namespace .name -}}
{{- if .metadata.deletionTimestamp -}}
{{- fail (printf "%s %s of the former release is still being deleted: wait until its pods have ended (helm uninstall --wait does), then install again" $.kind $.name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
[[- for volume in chart.volumes ]]
[[- v = ".Values." + volume.at ]]
{{/* PersistentVolume of [[ volume.title ]]. Volumes belong to no namespace, so the namespace is in the name; it may be as long as it gets. */}}
{{- define "[[ p ]].[[ volume.suffix ]].volumeName" -}}
{{- default (printf "%s-%s-[[ volume.suffix ]]" .Release.Namespace (include "[[ p ]].fullname" .)) [[ v ]].name -}}
{{- end -}}

{{/* PersistentVolumeClaim of [[ volume.title ]]. */}}
{{- define "[[ p ]].[[ volume.suffix ]].claimName" -}}
{{- if eq [[ v ]].type "existingClaim" -}}
{{- required "[[ volume.at ]].type=existingClaim needs its name: set [[ volume.at ]].existingClaim" [[ v ]].existingClaim -}}
{{- else -}}
{{- default (printf "%s-[[ volume.suffix ]]-claim" (include "[[ p ]].fullname" .)) [[ v ]].claimName -}}
{{- end -}}
{{- end -}}

{{/* Source of the pod volume of [[ volume.title ]]. */}}
{{- define "[[ p ]].[[ volume.suffix ]].source" -}}
{{- if eq [[ v ]].type "emptyDir" -}}
emptyDir: {}
{{- else -}}
persistentVolumeClaim:
  claimName: {{ include "[[ p ]].[[ volume.suffix ]].claimName" . }}
{{- end -}}
{{- end -}}
[[ end ]]

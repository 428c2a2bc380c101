{{/* Environment that publisher and worker share, as a JSON object with the list `env`: JSON keeps the order and the types. */}}
{{- define "planet-graph-batch.programEnv" -}}
{{- $secret := dict "secretKeyRef" (dict "name" (include "planet-graph-batch.ledgerSecret" .) "key" (include "planet-graph-batch.ledgerPasswordKey" .)) -}}
{{- $broker := dict "secretKeyRef" (dict "name" (include "planet-graph-batch.brokerSecret" .) "key" .Values.rabbitmq.auth.passwordKey) -}}
{{- $env := list
      (dict "name" "PLANET_GRAPH__RUN__ID" "value" (include "planet-graph-batch.runId" .))
      (dict "name" "PLANET_GRAPH__RUN__ATTEMPT" "value" (toString .Values.resume))
      (dict "name" "PLANET_GRAPH__RUN__INPUTDATAPATH" "value" (include "planet-graph-batch.inputDataPath" .))
      (dict "name" "PLANET_GRAPH__RUN__OUTPUTFORMAT" "value" .Values.outputFormat)
      (dict "name" "PLANET_GRAPH__RUN__DEADLINESECONDS" "value" (toString (int .Values.job.activeDeadlineSeconds)))
      (dict "name" "PLANET_GRAPH__RUN__CHUNKBYTES" "value" (toString (int64 .Values.chunkBytes)))
      (dict "name" "PLANET_GRAPH__RUN__MAXATTEMPTS" "value" (toString .Values.maxAttempts))
      (dict "name" "PLANET_GRAPH__STORAGE__TYPE" "value" .Values.storage.type)
      (dict "name" "PLANET_GRAPH__SERVICE__URL" "value" (include "planet-graph-batch.serviceUrl" .))
      (dict "name" "PLANET_GRAPH__BROKER__HOST" "value" (include "planet-graph-batch.brokerHost" .))
      (dict "name" "PLANET_GRAPH__BROKER__PORT" "value" (include "planet-graph-batch.brokerPort" .))
      (dict "name" "PLANET_GRAPH__BROKER__VIRTUALHOST" "value" .Values.rabbitmq.virtualHost)
      (dict "name" "PLANET_GRAPH__BROKER__USERNAME" "value" .Values.rabbitmq.username)
      (dict "name" "PLANET_GRAPH__BROKER__PASSWORD" "valueFrom" $broker)
      (dict "name" "PLANET_GRAPH__LEDGER__HOST" "value" (include "planet-graph-batch.ledgerHost" .))
      (dict "name" "PLANET_GRAPH__LEDGER__PORT" "value" (toString (int .Values.ledger.port)))
      (dict "name" "PLANET_GRAPH__LEDGER__DATABASE" "value" .Values.ledger.database)
      (dict "name" "PLANET_GRAPH__LEDGER__USERNAME" "value" .Values.ledger.username)
      (dict "name" "PLANET_GRAPH__LEDGER__PASSWORD" "valueFrom" $secret)
      (dict "name" "PLANET_GRAPH__STARTUP__DEADLINESECONDS" "value" (toString (int .Values.startupDeadlineSeconds)))
      (dict "name" "POD_NAME" "valueFrom" (dict "fieldRef" (dict "fieldPath" "metadata.name")))
      (dict "name" "POD_NAMESPACE" "valueFrom" (dict "fieldRef" (dict "fieldPath" "metadata.namespace")))
      (dict "name" "POD_UID" "valueFrom" (dict "fieldRef" (dict "fieldPath" "metadata.uid"))) -}}
{{- with .Values.addressColumn -}}
{{- $env = append $env (dict "name" "PLANET_GRAPH__RUN__ADDRESSCOLUMN" "value" .) -}}
{{- end -}}
{{- if eq .Values.storage.type "volume" -}}
{{- $env = append $env (dict "name" "PLANET_GRAPH__STORAGE__ROOT" "value" .Values.containerDataDir) -}}
{{- else -}}
{{- $env = append $env (dict "name" "PLANET_GRAPH__STORAGE__URL" "value" (printf "http://%s:%d" (include "planet-graph-batch.fileserverName" .) (int .Values.fileserver.service.port))) -}}
{{- end -}}
{{- dict "env" $env | toJson -}}
{{- end -}}

{{/* Init step that makes the run's result folder and gives it to the writing program's user: (dict "root" $ "values" VALUES). */}}
{{- define "planet-graph-batch.ownResult" -}}
{{- $root := dict "runAsUser" 0 "runAsNonRoot" false "capabilities" (dict "drop" (list "ALL") "add" (list "CHOWN" "FOWNER" "DAC_OVERRIDE")) -}}
- name: own-result
  {{- include "planet-graph-batch.toolsContainer" (dict "root" .root "values" (dict "containerSecurityContext" $root)) | nindent 2 }}
  command:
    - sh
    - -c
    - |
      set -eu
      folder="$ROOT/$INPUT"
      if [ ! -d "$folder/input" ]; then
        echo "There is no folder $INPUT/input on the volume ($BASE_DATA_DIR/$INPUT/input on the node): copy the input there, or correct inputDataPath."
        exit 1
      fi
      for name in result .uploads; do
        mkdir -p "$folder/$name"
        chown "$OWNER" "$folder/$name" || { echo "Cannot make $OWNER the owner of $BASE_DATA_DIR/$INPUT/$name: do it on the server, and set storage.fixPermissions=false."; exit 1; }
      done
  env:
    - { name: ROOT, value: {{ .root.Values.containerDataDir | quote }} }
    - { name: INPUT, value: {{ include "planet-graph-batch.inputDataPath" .root | quote }} }
    - { name: BASE_DATA_DIR, value: {{ .root.Values.baseDataDir | quote }} }
    - { name: OWNER, value: "{{ .values.podSecurityContext.runAsUser }}:{{ .values.podSecurityContext.runAsGroup }}" }
  volumeMounts:
    - { name: volume, mountPath: {{ .root.Values.containerDataDir }} }
{{- end -}}

{{/* Init step that waits for service, broker and ledger, and says which one is not there. */}}
{{- define "planet-graph-batch.reach" -}}
- name: reach
  {{- include "planet-graph-batch.toolsContainer" (dict "root" .) | nindent 2 }}
  command:
    - sh
    - -c
    - |
      set -eu
      # A shell that is process 1 does not end at SIGTERM by itself.
      trap 'exit 143' TERM
      deadline=$(( $(date +%s) + DEADLINE ))
      wait_for() { # what it is, host, port, what to do
        told=
        until nc -w 3 "$2" "$3" </dev/null >/dev/null 2>&1; do
          if [ "$(date +%s)" -ge "$deadline" ]; then
            echo "Cannot reach $1 at $2:$3 within $DEADLINE s: $4."
            exit 3
          fi
          [ -n "$told" ] || echo "Waiting for $1 at $2:$3, at most $DEADLINE s: $4."
          told=yes
          sleep 2
        done
        echo "Reached $1 at $2:$3."
      }
      address=${SERVICE_URL#*://}; address=${address%%/*}
      case $address in *:*) port=${address##*:} ;; *) port=80; case $SERVICE_URL in https*) port=443 ;; esac ;; esac
      wait_for "the address service" "${address%:*}" "$port" "is release {{ .Values.planetGraph.release }} running in namespace {{ include "planet-graph-batch.planetGraphNamespace" . }} (planetGraph.release, planetGraph.namespace, planetGraph.url)"
      wait_for "the ledger" "$LEDGER_HOST" "$LEDGER_PORT" "is its MySQL running (ledger.type, ledger.host)"
      wait_for "the broker" "$BROKER_HOST" "$BROKER_PORT" "is its pod ready (rabbitmq.enabled, rabbitmq.external.host)"
  env:
    - { name: DEADLINE, value: {{ .Values.startupDeadlineSeconds | quote }} }
    - { name: SERVICE_URL, value: {{ include "planet-graph-batch.serviceUrl" . | quote }} }
    - { name: LEDGER_HOST, value: {{ include "planet-graph-batch.ledgerHost" . | quote }} }
    - { name: LEDGER_PORT, value: {{ .Values.ledger.port | quote }} }
    - { name: BROKER_HOST, value: {{ include "planet-graph-batch.brokerHost" . | quote }} }
    - { name: BROKER_PORT, value: {{ include "planet-graph-batch.brokerPort" . | quote }} }
{{- end -}}

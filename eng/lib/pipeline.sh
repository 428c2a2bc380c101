# To be sourced after servers.sh: the address service, a publisher and workers as processes over the servers started there.
#   start_service; run_settings ROOT INPUT_DATA_PATH; start_publisher; start_worker NAME
# Sets service_url, service_pid, publisher_port, publisher_pid and worker_pids.
trap 'echo "$0: line $LINENO failed: $BASH_COMMAND" >&2' ERR
programs=artifacts/programs
worker_pids=()

build_pipeline() { # the programs as they ship, with the data file the service needs
  make -s data
  local entry
  for entry in service:service/api publisher:publisher worker:worker; do
    dotnet publish "${entry#*:}" -c Release -v q --nologo -o "$programs/${entry%%:*}" >"$work/build.log" || { cat "$work/build.log" >&2; exit 1; }
  done
}

start_service() { # [COMMAND-PREFIX...], such as: taskset -c 0
  local port
  port=$(free_port)
  start_process service "$@" dotnet "$programs/service/PlanetGraph.Service.dll" "--server.port=$port" --server.address=127.0.0.1
  service_pid=$last_pid
  service_url=http://127.0.0.1:$port
  wait_for_port service "$port"
}

run_settings() { # ROOT INPUT_DATA_PATH
  export PLANET_GRAPH__STORAGE__TYPE=volume PLANET_GRAPH__STORAGE__ROOT=$1 PLANET_GRAPH__RUN__INPUTDATAPATH=$2
  export PLANET_GRAPH__SERVICE__URL=$service_url
  export PLANET_GRAPH__BROKER__HOST=127.0.0.1 PLANET_GRAPH__BROKER__PORT=$rabbitmq_port
  export PLANET_GRAPH__BROKER__USERNAME=guest PLANET_GRAPH__BROKER__PASSWORD=guest
  export PLANET_GRAPH__LEDGER__HOST=127.0.0.1 PLANET_GRAPH__LEDGER__PORT=$mariadb_port PLANET_GRAPH__LEDGER__DATABASE=planet_graph_batch
  export PLANET_GRAPH__LEDGER__USERNAME=planet_graph PLANET_GRAPH__LEDGER__PASSWORD=$ledger_password
}

start_publisher() {
  publisher_port=$(free_port)
  start_process publisher env PLANET_GRAPH__PUBLISHER__PORT="$publisher_port" PLANET_GRAPH__PUBLISHER__STAY="${STAY:-false}" \
    dotnet "$programs/publisher/PlanetGraph.Publisher.dll"
  publisher_pid=$last_pid
  wait_for_port publisher "$publisher_port"
}

start_worker() { # NAME [COMMAND-PREFIX...], such as: taskset -c 0
  start_process "$1" "${@:2}" env PLANET_GRAPH__WORKER__NAME="$1" PLANET_GRAPH__WORKER__PORT=0 \
    dotnet "$programs/worker/PlanetGraph.Worker.dll"
  worker_pids+=("$last_pid")
}

progress() { # NAME...: numbers of the publisher's /api/run, one a line; fails while it does not answer
  local answer name
  exec 4<>"/dev/tcp/127.0.0.1/$publisher_port" || return 1
  printf 'GET /api/run HTTP/1.0\r\n\r\n' >&4
  answer=$(cat <&4)
  exec 4>&-
  for name in "$@"; do grep -oE "\"$name\": *[0-9.]+" <<<"$answer" | head -1 | grep -oE '[0-9.]+$' || return 1; done
}

cpu_seconds() { # PID: user and system time so far
  awk -v hertz="$(getconf CLK_TCK)" '{ sub(/.*\) /, ""); printf "%.2f\n", ($12 + $13) / hertz }' "/proc/$1/stat"
}

watch_cpu() { # NAME=PID...: sets cpu[NAME] and, in MiB, peak[NAME] again and again, until the first of them has ended
  local pair
  while kill -0 "${1#*=}" 2>/dev/null; do
    for pair in "$@"; do
      local value
      value=$(cpu_seconds "${pair#*=}" 2>/dev/null) && [ -n "$value" ] && cpu[${pair%%=*}]=$value
      value=$(awk '/VmHWM/ { print int($2 / 1024) }' "/proc/${pair#*=}/status" 2>/dev/null) && [ -n "$value" ] && peak[${pair%%=*}]=$value
    done
    sleep 0.2
  done
}

must_have_ended_well() { # NAME PID
  local code=0
  wait "$2" || code=$?
  [ "$code" -eq 0 ] && return
  echo "$1 exited with $code; its last lines:" >&2
  tail -20 "$work/$1.log" >&2
  exit 1
}

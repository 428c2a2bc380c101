# To be sourced: RabbitMQ and MariaDB of one script, on free loopback ports, with their data in a folder of their own.
#   work=$(mktemp -d); trap stop_all EXIT; start_rabbitmq; start_mariadb DATABASE USER PASSWORD
# Sets rabbitmq_port and mariadb_port. stop_all ends what start_process started, newest first, and removes $work.
export PATH="$PATH:/usr/sbin"
pids=()

free_port() { # a port nothing listens on
  local port
  while :; do
    port=$((RANDOM % 20000 + 20000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
  done
}

start_process() { # NAME COMMAND...: in the background, its output in $work/NAME.log; sets last_pid
  local name=$1; shift
  "$@" >"$work/$name.log" 2>&1 </dev/null &
  last_pid=$!
  pids+=("$last_pid")
}

wait_for_port() { # NAME PORT: until it accepts connections; the server's last lines when it does not
  local name=$1 port=$2 pid=$last_pid end=$((SECONDS + 90))
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do
    if ! kill -0 "$pid" 2>/dev/null || [ $SECONDS -ge $end ]; then
      echo "$name did not start; its last lines:" >&2
      tail -20 "$work/$name.log" >&2
      exit 3
    fi
    sleep 0.1
  done
}

start_rabbitmq() {
  local program=/usr/lib/rabbitmq/bin/rabbitmq-server mapper
  [ -x "$program" ] || program=$(command -v rabbitmq-server)
  rabbitmq_port=$(free_port)
  mapper=$(free_port)
  mkdir -p "$work/rabbitmq"
  printf 'listeners.tcp.1 = 127.0.0.1:%s\nlog.file = false\nlog.console = true\nlog.console.level = warning\n' "$rabbitmq_port" >"$work/rabbitmq/rabbitmq.conf"
  echo '[].' >"$work/rabbitmq/enabled_plugins"
  # A port mapper of its own: the one that Erlang starts by itself would outlive the script.
  start_process epmd epmd -port "$mapper" -address 127.0.0.1
  wait_for_port epmd "$mapper"
  start_process rabbitmq env RUNNING_UNDER_SYSTEMD=true HOME="$work/rabbitmq" ERL_EPMD_PORT="$mapper" ERL_EPMD_ADDRESS=127.0.0.1 \
    RABBITMQ_NODENAME="planet-graph-$rabbitmq_port@localhost" RABBITMQ_DIST_PORT="$(free_port)" \
    RABBITMQ_CONFIG_FILE="$work/rabbitmq/rabbitmq.conf" RABBITMQ_CONF_ENV_FILE="$work/rabbitmq/none.conf" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$work/rabbitmq/enabled_plugins" RABBITMQ_MNESIA_BASE="$work/rabbitmq/data" \
    RABBITMQ_LOG_BASE="$work/rabbitmq/log" RABBITMQ_PID_FILE="$work/rabbitmq/pid" \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='+sbwt none +sbwtdcpu none +sbwtdio none -kernel inet_dist_use_interface {127,0,0,1}' \
    "$program"
  wait_for_port rabbitmq "$rabbitmq_port"
}

start_mariadb() { # DATABASE USER PASSWORD
  local shared=(--no-defaults "--datadir=$work/mariadb" "--user=$(id -un)" --skip-name-resolve --innodb-log-file-size=64M)
  mariadb_port=$(free_port)
  mariadb-install-db "${shared[@]}" --auth-root-authentication-method=normal --skip-test-db >"$work/mariadb-install.log" 2>&1 ||
    { tail -20 "$work/mariadb-install.log" >&2; exit 3; }
  printf "CREATE DATABASE %s;\nCREATE USER '%s'@'%%' IDENTIFIED BY '%s';\nGRANT ALL ON %s.* TO '%s'@'%%';\n" "$1" "$2" "$3" "$1" "$2" >"$work/mariadb.sql"
  start_process mariadb mariadbd "${shared[@]}" "--port=$mariadb_port" --bind-address=127.0.0.1 "--socket=$work/mariadb.sock" \
    "--pid-file=$work/mariadb.pid" "--init-file=$work/mariadb.sql" --skip-log-bin --innodb-buffer-pool-size=128M
  wait_for_port mariadb "$mariadb_port"
}

stop_all() {
  local i
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill "${pids[i]}" 2>/dev/null || true; done
  for ((i = ${#pids[@]} - 1; i >= 0; i--)); do wait "${pids[i]}" 2>/dev/null || true; done
  rm -rf "$work"
}

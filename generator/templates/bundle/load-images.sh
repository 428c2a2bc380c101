#!/bin/sh
# Loads the image archives of images/ into this node's runtime, or pushes them to a registry.
#   ./load-images.sh                      on every node that will run pods
#   ./load-images.sh registry:5000        once, where the registry can be reached; then install with --set global.imageRegistry=registry:5000
# Pushing takes skopeo, docker, podman, nerdctl or ctr, the first that is here. A registry with a login: log in with that tool first
# (ctr: CTR_PUSH="--user NAME:PASSWORD"). One without TLS: SKOPEO_COPY=--dest-tls-verify=false, or CTR_PUSH=--plain-http.
set -eu
cd "$(dirname "$0")"
fail() { echo "$1" >&2; exit 2; }

# An image's name as containerd has it.
full() {
  case $1 in
    */*/*) echo "$1" ;;
    */*) echo "docker.io/$1" ;;
    *) echo "docker.io/library/$1" ;;
  esac
}

# What skopeo calls an archive's format.
kind() { if tar -tf "$1" | grep -qE '^(\./)?manifest\.json$'; then echo docker-archive; else echo oci-archive; fi; }

sha256sum -c SHA256SUMS >/dev/null || fail "The bundle is damaged: copy it again."
ls images/*.tar >/dev/null 2>&1 || fail "images/ has no archive: make the bundle with --archives FOLDER."

# A program without its daemon is not of use.
works() {
  command -v "$1" >/dev/null || return 1
  case $1 in
    skopeo) return 0 ;;
    ctr) ctr version >/dev/null 2>&1 ;;
    *) "$1" info >/dev/null 2>&1 ;;
  esac
}

# docker has a containerd of its own, which its kubelet does not ask: look for docker's socket first. CRI-O shares podman's store.
runtime() {
  if command -v k3s >/dev/null; then echo k3s
  elif [ -S /var/run/dockershim.sock ] || [ -S /var/run/cri-dockerd.sock ]; then echo docker
  elif [ -S /var/run/crio/crio.sock ] && works podman; then echo podman
  else for known in ctr docker podman; do works "$known" && { echo "$known"; return; }; done
  fi
}

import() { # program, archive
  case $1 in
    k3s) k3s ctr images import "$2" ;;
    ctr) ctr --namespace k8s.io images import "$2" ;;
    *) "$1" load -i "$2" ;;
  esac
}

push() { # program, archive, image, name in the registry
  case $1 in
    # The options are words.
    skopeo) skopeo copy --quiet ${SKOPEO_COPY:-} "$(kind "$2"):$2:$3" "docker://$4" ;;
    ctr)
      import ctr "$2"
      ctr --namespace k8s.io images tag --force "$(full "$3")" "$4"
      ctr --namespace k8s.io images push ${CTR_PUSH:-} "$4" ;;
    *)
      import "$1" "$2"
      "$1" tag "$3" "$4"
      "$1" push "$4" ;;
  esac
}

registry=${1:-}
if [ -n "$registry" ]; then
  tool=
  for known in skopeo docker podman nerdctl ctr; do
    works "$known" && { tool=$known; break; }
  done
  [ -n "$tool" ] || fail "Pushing needs skopeo, docker, podman, nerdctl or ctr, with its daemon running, and none is here."
  grep -v '^#' images.txt | while read -r image digest environments archive; do
    [ "$digest" = - ] && continue
    push "$tool" "$archive" "$image" "$registry/$image" || fail "$tool did not push $registry/$image: is the registry up, and is this user logged in there? See the top of this script."
    echo "Pushed $registry/$image"
  done
else
  tool=$(runtime)
  [ -n "$tool" ] || fail "Neither k3s, ctr, docker nor podman works here: run this on a node of the cluster, as root."
  for archive in images/*.tar; do
    import "$tool" "$archive" || fail "$tool did not load $archive: run this as root."
  done
fi

grep -v '^#' images.txt | while read -r image digest environments archive; do
  [ "$digest" = - ] || continue
  echo "No archive held $image ($environments): the nodes or the registry must have it already." >&2
done

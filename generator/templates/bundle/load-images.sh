#!/bin/sh
# Loads the image archives of images/ into this node's runtime, or pushes them to a registry.
#   ./load-images.sh                      on every node that will run pods
#   ./load-images.sh registry:5000        once, with docker or nerdctl; then install with --set global.imageRegistry=registry:5000
set -eu
cd "$(dirname "$0")"
fail() { echo "$1" >&2; exit 2; }

sha256sum -c SHA256SUMS >/dev/null || fail "The bundle is damaged: copy it again."
ls images/*.tar >/dev/null 2>&1 || fail "images/ has no archive: make the bundle with --archives FOLDER."

registry=${1:-}
if [ -n "$registry" ]; then
  tool=$(command -v docker || command -v nerdctl) || fail "Pushing needs docker or nerdctl."
  for archive in images/*.tar; do
    "$tool" load -i "$archive"
  done
  grep -v '^#' images.txt | while read -r image digest environments; do
    [ "$digest" = - ] && continue
    "$tool" tag "$image" "$registry/$image"
    "$tool" push "$registry/$image"
  done
else
  for archive in images/*.tar; do
    if command -v k3s >/dev/null; then k3s ctr images import "$archive"
    elif command -v ctr >/dev/null; then ctr -n k8s.io images import "$archive"
    elif command -v docker >/dev/null; then docker load -i "$archive"
    else fail "Neither k3s, ctr nor docker is here: run this on a node of the cluster."
    fi
  done
fi

grep -v '^#' images.txt | while read -r image digest environments; do
  [ "$digest" = - ] || continue
  echo "No archive held $image ($environments): the nodes or the registry must have it already." >&2
done

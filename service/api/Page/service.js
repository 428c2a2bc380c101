// The calls to the service. Paths are relative, so the page also works behind a prefix of an Ingress.

const base = "planet-graph/v2/address";

// Answer of standardize as text and as object; throws an Error whose message is the problem's detail.
export async function standardize(addresses, signal) {
  const answer = await fetch(`${base}/standardize`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ addrs: addresses }), signal,
  });
  return read(answer);
}

export async function explain(address, signal) {
  return read(await fetch(`${base}/explain?addr=${encodeURIComponent(address)}`, { signal }));
}

export async function dataVersion() {
  return (await read(await fetch("healthz/ready"))).data;
}

export function curlFor(addresses) {
  const body = JSON.stringify({ addrs: addresses }).replaceAll("'", "'\\''");
  return `curl -X POST '${new URL(`${base}/standardize`, document.baseURI)}' -H 'Content-Type: application/json' --data '${body}'`;
}

async function read(answer) {
  const body = await answer.json();
  if (!answer.ok) {
    throw Object.assign(new Error(body.detail ?? body.title ?? String(answer.status)), { refused: true });
  }
  return body;
}

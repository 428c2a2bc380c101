import { bytes, duration, number, reasonName, stateName, t, use } from "./text.js";
import { draw } from "./chart.js";
import { drawIcon } from "./icon.js";
import { FilesTable } from "./files.js";

const query = new URLSearchParams(location.search);
const $ = id => document.getElementById(id);
const escape = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
let language = query.get("lang") ?? localStorage.getItem("pg-lang") ?? (navigator.language.startsWith("zh") ? "zh" : "en");
let theme = query.get("theme") ?? localStorage.getItem("pg-theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
let run = null, connected = null;
const files = new FilesTable($("tabs"), $("search"), $("table"), $("pager"));

function applyLook() {
  use(language);
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  document.documentElement.dataset.theme = theme;
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-t-placeholder]")) element.placeholder = t(element.dataset.tPlaceholder);
  for (const element of document.querySelectorAll("[data-t-label]")) element.setAttribute("aria-label", t(element.dataset.tLabel));
  $("lang").textContent = t("otherLanguage");
  $("theme").textContent = theme === "dark" ? "☀" : "☾";
  showLive();
  if (run) show();
}

function showLive() {
  $("live").className = `live ${connected === null ? "" : connected ? "on" : "off"}`;
  $("live").textContent = connected === null ? "" : t(connected ? "connected" : "lost");
}

function show() {
  const { tasks } = run;
  const share = part => run.bytesTotal ? part / run.bytesTotal * 100 : 0;
  const over = ["complete", "failed", "cancelled"].includes(run.state);
  const percent = run.state === "complete" ? 100 : Math.min(99, Math.floor(share(run.bytesDone)));
  $("headline").textContent = t("headline", run.input);
  $("where").textContent = t("where", run.run, new Date(run.startedAt).toLocaleString(language === "zh" ? "zh-CN" : "en-GB"));
  $("state").textContent = stateName(run.state);
  $("state").className = `pill ${run.state}`;
  $("percent").textContent = `${percent}%`;
  $("track").setAttribute("aria-valuenow", percent);
  const [done, running, failed] = $("track").children;
  done.style.width = `${run.state === "complete" ? 100 : share(run.bytesDone)}%`;
  running.style.width = `${share(run.bytesRunning)}%`;
  failed.style.width = `${share(run.bytesFailed)}%`;
  $("track-note").textContent = t("note", bytes(run.bytesDone), bytes(run.bytesTotal), number(tasks.done), number(tasks.total), number(tasks.running), number(tasks.waiting))
    + (tasks.failed ? t("noteFailed", number(tasks.failed)) : "");
  $("files").innerHTML = `${number(run.files.done)} <small>${t("of", number(run.files.total))}</small>`;
  $("rows").textContent = number(run.rows);
  $("speed").textContent = number(Math.round(over ? run.averageRowsPerSecond : run.rowsPerSecond));
  $("remaining").textContent = over ? t("over") : run.secondsLeft == null ? "…" : duration(run.secondsLeft);
  $("elapsed").textContent = duration(run.elapsedSeconds);
  $("errors").textContent = number(run.errors);
  $("errors").className = run.errors ? "bad" : "";
  const peak = draw($("chart"), run.speed, over);
  $("chart-peak").textContent = peak ? t("peak", number(Math.round(peak))) : "";
  showWorkers(over);
  showErrors();
  files.update(run.files);
  document.title = `${percent}% · ${stateName(run.state)} · ${run.input} · PlanetGraph`;
  drawIcon($("icon"), percent, getComputedStyle($("state")).color);
}

function showWorkers(over) {
  $("queue").textContent = run.queueDepth == null ? "" : t("queue", number(run.queueDepth));
  $("workers").innerHTML = run.workers.length === 0 ? `<p class="empty">${t(over ? "workersWent" : "noWorkers")}</p>` : run.workers.map(worker =>
    `<li class="${worker.secondsSinceSeen > 30 ? "late" : ""}"><span class="name" title="${escape(worker.name)}">${escape(worker.name)}</span>`
    + `<span class="muted">${worker.secondsSinceSeen > 30 ? t("seen", duration(worker.secondsSinceSeen)) : t("holds", worker.tasks)}</span></li>`).join("");
}

function showErrors() {
  const counts = run.reasons.map(count => ({ text: reasonName(count.reason), count: count.rows, of: t("rowCount", number(count.rows)) }))
    .concat(run.failures.map(count => ({ text: count.reason, count: count.files, of: t("fileCount", number(count.files)) })));
  $("errors-note").textContent = run.latestErrors.length ? t("errorsNote") : "";
  const most = Math.max(1, ...counts.map(count => count.count));
  $("reasons").innerHTML = counts.length ? counts.map(count =>
    `<div><span>${escape(count.text)}</span><span class="barbox"><i style="width:${count.count / most * 100}%"></i></span><span class="n">${count.of}</span></div>`).join("")
    : `<p class="empty">${t("noErrors")}</p>`;
  $("samples").innerHTML = run.latestErrors.map(error =>
    `<li>${escape(error.reason)} <span class="muted">${escape(error.file)}${error.line ? ` · ${t("line", number(error.line))}` : ""}</span>`
    + `${error.raw ? `<br><code>${escape(error.raw)}</code>` : ""}</li>`).join("");
}

function listen() {
  const events = new EventSource("api/events");
  events.onopen = () => { connected = true; showLive(); };
  events.onerror = () => { connected = false; showLive(); };
  events.addEventListener("run", event => { run = JSON.parse(event.data); show(); });
}

$("lang").onclick = () => { language = language === "zh" ? "en" : "zh"; localStorage.setItem("pg-lang", language); applyLook(); files.redraw(); };
$("theme").onclick = () => { theme = theme === "dark" ? "light" : "dark"; localStorage.setItem("pg-theme", theme); applyLook(); };
addEventListener("resize", () => run && show());
applyLook();
const first = await fetch("api/run").catch(() => null);
if (first?.ok) { run = await first.json(); show(); }
listen();

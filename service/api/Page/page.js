// The page: reads the addresses as they are typed, asks the service, shows the three views.
import { applyTheme, chooseLanguage, language, speak, toggleTheme } from "./choices.js";
import { element } from "./element.js";
import { addressCard } from "./parts.js";
import { jsonView, partsTable } from "./overview.js";
import { curlFor, dataVersion, explain, standardize } from "./service.js";
import { samples, words } from "./words.js";

const explainedLines = 50;
const longestLink = 1800;
const typingPause = 300;

const at = (id) => document.getElementById(id);
const box = at("addresses");
const tabs = ["text", "table", "json"].map((name) => at(`tab-${name}`));
let spoken = language();
let shown = null;
let running = null;
let waiting = 0;

const word = () => words[spoken];
const lines = () => box.value.split("\n").map((line) => line.trim()).filter((line) => line.length > 0);

async function run() {
  clearTimeout(waiting);
  running?.abort();
  const addresses = lines();
  if (addresses.length === 0) { shown = null; render(); return; }
  const control = running = new AbortController();
  status(word().working);
  try {
    const started = performance.now();
    const answer = await standardize(addresses, control.signal);
    const milliseconds = Math.max(1, Math.round(performance.now() - started));
    const explained = addresses.slice(0, explainedLines);
    const explanations = await Promise.all(explained.map((address, index) => answer.addrs[index].error
      ? { address, decisions: [] } : explain(address, control.signal)));
    shown = { addresses, answer, explanations, milliseconds };
    render();
    keepInLink(addresses);
  } catch (fault) {
    if (fault.name !== "AbortError") status(fault.refused ? word().refused + fault.message : word().unreachable, true);
  }
}

function render() {
  at("results").hidden = shown === null;
  if (shown === null) { status(""); return; }
  const { addresses, answer, explanations, milliseconds } = shown;
  const open = new Set([...document.querySelectorAll(".address:has(details[open])")].map((card) => card.dataset.index));
  at("panel-text").replaceChildren(
    ...explanations.map((explanation, index) => addressCard(explanation, answer.addrs[index], index, word())),
    ...(addresses.length > explainedLines ? [element("p", { class: "note" }, word().moreLines(explainedLines))] : []));
  for (const card of document.querySelectorAll(".address")) {
    const why = card.querySelector("details");
    if (why) why.open = open.has(card.dataset.index);
  }
  at("panel-table").replaceChildren(partsTable(addresses, answer.addrs, word()));
  at("panel-json").replaceChildren(jsonView(answer, word()));
  status(word().done(addresses.length, milliseconds));
}

function status(text, bad = false) {
  at("status").textContent = text;
  at("status").classList.toggle("bad", bad);
}

// The link in the address bar shows a colleague the same addresses.
function keepInLink(addresses) {
  const url = new URL(location.href);
  const text = addresses.join("\n");
  if (text.length <= longestLink) url.searchParams.set("q", text); else url.searchParams.delete("q");
  history.replaceState(null, "", url);
}

function select(tab, focus = false) {
  for (const other of tabs) {
    const chosen = other === tab;
    other.setAttribute("aria-selected", String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    at(other.getAttribute("aria-controls")).hidden = !chosen;
  }
  if (focus) tab.focus();
}

async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  const name = button.textContent;
  button.textContent = word().copied;
  setTimeout(() => { button.textContent = name; }, 1200);
}

function setLanguage(chosen) {
  spoken = chosen;
  speak(chosen);
  if (shown) render();
}

applyTheme();
speak(spoken);
select(tabs[0]);
for (const sample of samples) {
  const chip = element("button", { type: "button", class: "chip", lang: "zh-CN" }, sample);
  chip.addEventListener("click", () => {
    box.value = [...lines(), sample].join("\n");
    box.focus();
    run();
  });
  document.querySelector(".samples").append(chip);
}
for (const button of document.querySelectorAll("[data-language]")) {
  button.addEventListener("click", () => { chooseLanguage(button.dataset.language); setLanguage(button.dataset.language); });
}
for (const tab of tabs) {
  tab.addEventListener("click", () => select(tab));
  tab.addEventListener("keydown", (press) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[press.key];
    if (step) select(tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length], true);
  });
}
at("theme").addEventListener("click", toggleTheme);
at("form").addEventListener("submit", (submit) => { submit.preventDefault(); run(); });
box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(run, typingPause); });
box.addEventListener("keydown", (press) => { if (press.key === "Enter" && (press.ctrlKey || press.metaKey)) { press.preventDefault(); run(); } });
at("copy-link").addEventListener("click", () => copy(at("copy-link"), location.href));
at("copy-curl").addEventListener("click", () => copy(at("copy-curl"), curlFor(shown.addresses)));
at("copy-json").addEventListener("click", () => copy(at("copy-json"), JSON.stringify(shown.answer)));

box.value = new URLSearchParams(location.search).get("q") ?? samples.slice(0, 3).join("\n");
run();
dataVersion().then((version) => { at("data").textContent = version; }, () => {});

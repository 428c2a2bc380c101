import { bytes, fileStateName, number, t } from "./text.js";

const states = ["all", "pending", "done", "failed", "skipped"];
const size = 20;
const escape = text => String(text).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);

/** The files of the run, a page at a time, asked anew from the publisher whenever the run's file counts change or the reader filters. */
export class FilesTable {
  #tabs; #search; #body; #pager; #state = "all"; #starts = [""]; #counts = null; #page = null; #asked = 0;

  constructor(tabs, search, body, pager) {
    this.#tabs = tabs; this.#search = search; this.#body = body; this.#pager = pager;
    let typed = 0;
    search.addEventListener("input", () => { clearTimeout(typed); typed = setTimeout(() => { this.#starts = [""]; this.#load(); }, 200); });
  }

  update(counts) {
    this.#counts = counts;
    this.#drawTabs();
    this.#load();
  }

  redraw() {
    if (this.#counts) this.#drawTabs();
    if (this.#page) this.#draw();
  }

  async #load() {
    const ticket = ++this.#asked;
    const parameters = new URLSearchParams({ state: this.#state === "all" ? "" : this.#state, name: this.#search.value, after: this.#starts.at(-1), limit: size });
    const response = await fetch(`api/files?${parameters}`).catch(() => null);
    if (!response?.ok || ticket !== this.#asked) return;
    this.#page = await response.json();
    this.#draw();
  }

  #drawTabs() {
    const focused = document.activeElement?.dataset?.state;
    this.#tabs.innerHTML = "";
    for (const state of states) {
      const count = state === "all" ? this.#counts.total : this.#counts[state];
      const tab = document.createElement("button");
      tab.type = "button";
      tab.dataset.state = state;
      tab.setAttribute("aria-pressed", state === this.#state);
      tab.innerHTML = `${state === "all" ? t("all") : fileStateName(state)}<b>${number(count)}</b>`;
      tab.onclick = () => { this.#state = state; this.#starts = [""]; this.#drawTabs(); this.#load(); };
      this.#tabs.append(tab);
      if (focused === state) tab.focus();
    }
  }

  #draw() {
    const { files, next } = this.#page;
    this.#body.innerHTML = files.length === 0 ? `<tr><td colspan="6" class="empty">${t("noFiles")}</td></tr>` : files.map(file => `<tr class="${file.state}">`
      + `<td class="file">${escape(file.path)}${file.reason ? `<small>${escape(file.reason)}</small>` : ""}</td>`
      + `<td><span class="pill ${file.state}">${fileStateName(file.state)}</span></td>`
      + `<td class="progress"><span class="mini"><i style="width:${file.chunks ? file.chunksDone / file.chunks * 100 : 0}%"></i></span><span class="part">${file.chunks > 1 ? t("chunks", number(file.chunksDone), number(file.chunks)) : ""}</span></td>`
      + `<td class="n">${file.rows === null ? "" : number(file.rows)}</td><td class="n">${file.errors === null ? "" : number(file.errors)}</td><td class="n size">${bytes(file.bytes)}</td></tr>`).join("");
    this.#pager.innerHTML = "";
    if (!next && this.#starts.length === 1) return;
    const step = (label, starts) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, disabled: !starts });
      button.onclick = () => { this.#starts = starts; this.#load(); };
      return button;
    };
    this.#pager.append(t("page", number(this.#starts.length)),
      step(t("previous"), this.#starts.length > 1 && this.#starts.slice(0, -1)), step(t("next"), next && [...this.#starts, next]));
  }
}

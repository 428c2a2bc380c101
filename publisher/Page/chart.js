import { number, duration, t } from "./text.js";

const left = 56, bottom = 22, top = 8, right = 8;

/** Draws the points [{second, rowsPerSecond}] as a line with its area; the pointer reads single values. `over`: there will be no more of them. */
export function draw(box, points, over) {
  if (points.length < 2) { box.innerHTML = `<p class="empty">${t(over ? "tooShortForSpeed" : "waitingForSpeed")}</p>`; return 0; }
  const width = box.clientWidth, height = box.clientHeight;
  const first = points[0].second, last = points.at(-1).second;
  const peak = Math.max(...points.map(point => point.rowsPerSecond));
  const ceiling = nice(peak || 1);
  const x = second => left + (second - first) / Math.max(1, last - first) * (width - left - right);
  const y = rate => top + (1 - rate / ceiling) * (height - top - bottom);
  const line = points.map((point, index) => `${index ? "L" : "M"}${x(point.second).toFixed(1)} ${y(point.rowsPerSecond).toFixed(1)}`).join("");
  const marks = [0, .5, 1].map(part => `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(ceiling * part)}" y2="${y(ceiling * part)}"/>`
    + `<text x="${left - 8}" y="${y(ceiling * part) + 4}" text-anchor="end">${short(ceiling * part)}</text>`).join("");
  const times = [0, .5, 1].map(part => `<text x="${left + part * (width - left - right)}" y="${height - 4}" text-anchor="${["start", "middle", "end"][part * 2]}">${duration(first + part * (last - first))}</text>`).join("");
  box.innerHTML = `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${t("speedOverTime")}">${marks}${times}`
    + `<path class="area" d="${line}L${x(last)} ${y(0)}L${x(first)} ${y(0)}Z"/><path class="line" d="${line}"/><g class="at"></g></svg>`;
  const at = box.querySelector(".at");
  box.onpointermove = event => {
    const second = first + (event.clientX - box.getBoundingClientRect().left - left) / (width - left - right) * (last - first);
    const point = points.reduce((best, one) => Math.abs(one.second - second) < Math.abs(best.second - second) ? one : best);
    const px = x(point.second), py = y(point.rowsPerSecond);
    at.innerHTML = `<line class="cursor" x1="${px}" x2="${px}" y1="${top}" y2="${height - bottom}"/><circle class="dot" cx="${px}" cy="${py}" r="5"/>`;
    tip(box, px, `${number(Math.round(point.rowsPerSecond))} · ${duration(point.second)}`);
  };
  box.onpointerleave = () => { at.innerHTML = ""; box.querySelector(".tip")?.remove(); };
  return peak;
}

function tip(box, px, text) {
  const mark = box.querySelector(".tip") ?? box.appendChild(Object.assign(document.createElement("div"), { className: "tip" }));
  mark.style.left = `${Math.min(Math.max(px, 70), box.clientWidth - 70)}px`;
  mark.textContent = text;
}

function nice(value) {
  const unit = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 2.5, 5, 10].find(step => step * unit >= value) * unit;
}

function short(value) {
  return value >= 1e6 ? `${+(value / 1e6).toFixed(2)}M` : value >= 1e3 ? `${+(value / 1e3).toFixed(1)}k` : `${+value.toFixed(1)}`;
}

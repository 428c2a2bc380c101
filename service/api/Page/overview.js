// All addresses at once: the table of parts, and the JSON as the service sent it.
import { element } from "./element.js";
import { colourOf, fields, isGiven } from "./parts.js";

export function partsTable(addresses, entries, word) {
  const shown = fields.filter((field) => entries.some((entry) => isGiven(field, entry[field])));
  const head = element("tr", {}, element("th", { scope: "col" }, word.address),
    ...shown.map((field) => element("th", { scope: "col", "data-part": colourOf(field) }, word.fields[field])),
    element("th", { scope: "col" }, word.level));
  const rows = entries.map((entry, index) => element("tr", {},
    element("th", { scope: "row", lang: "zh-CN" }, addresses[index]),
    ...shown.map((field) => element("td", { lang: "zh-CN", "data-field": field }, isGiven(field, entry[field]) ? String(entry[field]) : "")),
    element("td", { lang: "zh-CN" }, entry.error ?? entry.level ?? "")));
  return element("div", { class: "card scroll", tabindex: "0", role: "region", "aria-label": word.viewTable },
    element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
}

export function jsonView(answer, word) {
  const code = element("code");
  const pattern = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?/g;
  const text = JSON.stringify(answer, null, 2).replace(/\[\s+("[^[\]]*")\s+\]/g, (list) => list.replace(/\s*\n\s*/g, " "));
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const kind = match[2] ? "key" : match[1] ? "string" : match[3] ? "word" : "digits";
    const token = match[1] ?? match[0];
    code.append(text.slice(at, match.index), element("span", { class: `json-${kind}` }, token));
    at = match.index + token.length;
  }
  code.append(text.slice(at));
  return element("pre", { class: "card json scroll", tabindex: "0", role: "region", "aria-label": word.viewJson }, code);
}

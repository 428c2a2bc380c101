// One address as a card: the parts coloured in the text, what was inferred, and why.
import { element } from "./element.js";

export const fields = ["province", "city", "region", "town", "village", "road", "houseNumber", "residential", "office", "mall", "company", "businessCircle"];

const colours = {
  province: "province", city: "city", region: "region", town: "town", village: "village", road: "road", houseNumber: "number",
  residential: "place", office: "place", mall: "place", businessCircle: "place", company: "company",
};

export const colourOf = (field) => colours[field] ?? "none";

export const isGiven = (field, value) => value !== null && value !== undefined && !(field === "houseNumber" && value === -1);

export function addressCard(explanation, entry, index, word) {
  const given = fields.filter((field) => isGiven(field, entry[field]));
  const card = element("article", { class: "card address", "data-index": index });
  card.append(colouredText(explanation, word));
  if (entry.error) card.append(element("p", { class: "note bad" }, entry.error));
  else if (given.length === 0) card.append(element("p", { class: "note" }, word.nothing));
  else card.append(partList(given, explanation, entry, word));
  if (explanation.decisions.length > 0) card.append(reasons(explanation, word));
  return card;
}

// The text as typed; each part with its name below, like a gloss.
function colouredText(explanation, word) {
  const text = explanation.address;
  const line = element("p", { class: "gloss", lang: "zh-CN" });
  let at = 0;
  for (const decision of located(explanation)) {
    if (decision.start > at) line.append(plain(text.slice(at, decision.start)));
    const shown = text.slice(decision.start, decision.start + decision.length);
    line.append(part(decision, shown, word));
    at = decision.start + decision.length;
  }
  if (at < text.length) line.append(plain(text.slice(at)));
  return line;
}

// Decisions that cover text, in its order; of two over the same characters the first one shows.
function located(explanation) {
  let end = 0;
  return explanation.decisions
    .filter((decision) => decision.length > 0 && decision.start >= 0)
    .toSorted((a, b) => a.start - b.start || b.length - a.length)
    .filter((decision) => decision.start >= end && (end = decision.start + decision.length) > 0);
}

const plain = (text) => element("span", { class: "plain" }, text);

const part = (decision, shown, word) => element("span",
  { class: "part", "data-part": colourOf(decision.field), "data-field": decision.field, title: word.reason(decision) },
  element("span", { class: "part-text" }, shown), element("span", { class: "part-name" }, word.fields[decision.field] ?? word.leftOut));

function partList(given, explanation, entry, word) {
  const inferred = new Set(explanation.decisions.filter((decision) => decision.length === 0).map((decision) => decision.field));
  const list = element("dl", { class: "parts" });
  for (const field of given) {
    list.append(element("div", { "data-part": colourOf(field), "data-field": field },
      element("dt", {}, word.fields[field]),
      element("dd", { lang: "zh-CN" }, String(entry[field]), inferred.has(field) ? element("em", {}, word.inferred) : null)));
  }
  if (entry.level) list.append(element("div", { "data-field": "level" }, element("dt", {}, word.level), element("dd", { lang: "zh-CN" }, entry.level)));
  return list;
}

function reasons(explanation, word) {
  const list = element("ol", { class: "reasons" });
  for (const decision of explanation.decisions) list.append(reason(decision, explanation.address, word));
  return element("details", { class: "why" }, element("summary", {}, word.explain), list);
}

function reason(decision, address, word) {
  const value = decision.value ?? address.slice(decision.start, decision.start + decision.length);
  const best = Math.max(Math.abs(decision.score), ...decision.lost.map((lost) => Math.abs(lost.score)), 1e-9);
  const item = element("li", { "data-part": colourOf(decision.field) },
    element("div", { class: "reason-head" },
      element("strong", {}, word.fields[decision.field] ?? word.leftOut),
      element("span", { class: "value", lang: "zh-CN" }, value),
      decision.length === 0 ? element("em", {}, word.inferred) : null,
      element("code", { title: word.rule }, decision.rule)),
    element("p", {}, word.reason(decision)));
  if (decision.lost.length > 0) {
    const scores = element("div", { class: "scores" }, score(value, decision.score, best, "", word.score));
    for (const lost of decision.lost) scores.append(score(lost.value, lost.score, best, lost.lostBy > 0 ? word.lostBy(rounded(lost.lostBy)) : word.tie, word.lost));
    item.append(scores);
  }
  return item;
}

function score(value, amount, best, note, title) {
  const meter = element("meter", { min: 0, max: best, value: Math.max(0, amount), "aria-label": `${title}: ${value}` });
  return element("div", { class: note ? "score lost" : "score", title },
    element("span", { class: "score-value", lang: "zh-CN" }, value), meter, element("span", { class: "score-number" }, rounded(amount)),
    element("span", { class: "score-note" }, note));
}

const rounded = (value) => Number(value.toPrecision(4)).toString();

// What a visitor chose: language and light or dark. The address bar's ?lang= wins over what was remembered, that over the browser.
import { words } from "./words.js";

const remembered = (key) => { try { return localStorage.getItem(key); } catch { return null; } };
const remember = (key, value) => { try { localStorage.setItem(key, value); } catch { /* A private window forgets; nothing is lost. */ } };

export function language() {
  const asked = new URLSearchParams(location.search).get("lang") ?? remembered("language");
  return asked in words ? asked : navigator.language.startsWith("zh") ? "zh" : "en";
}

export function speak(chosen) {
  const word = words[chosen];
  document.documentElement.lang = chosen === "zh" ? "zh-CN" : "en";
  document.title = chosen === "zh" ? "星图 PlanetGraph" : "PlanetGraph 星图";
  for (const place of document.querySelectorAll("[data-word]")) place.textContent = word[place.dataset.word];
  for (const place of document.querySelectorAll("[data-word-label]")) place.setAttribute("aria-label", word[place.dataset.wordLabel]);
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === chosen));
}

export function chooseLanguage(chosen) {
  remember("language", chosen);
  const url = new URL(location.href);
  url.searchParams.delete("lang");
  history.replaceState(null, "", url);
}

export function applyTheme() {
  const theme = remembered("theme");
  if (theme) document.documentElement.dataset.theme = theme;
}

export function toggleTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark"
    || (!document.documentElement.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "light" : "dark";
  remember("theme", document.documentElement.dataset.theme);
}

import { read, write } from './place.js';

const KEY = 'playground.theme';
const THEMES = ['auto', 'light', 'dark'];

export function currentTheme() {
  const kept = read(KEY);
  return kept !== null && THEMES.includes(kept) ? kept : 'auto';
}

export function setTheme(theme) {
  write(KEY, theme);
  showTheme();
}

export function showTheme() {
  document.documentElement.dataset.theme = currentTheme();
}

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEY = 'throughline.theme';
const PREFERS_DARK = '(prefers-color-scheme: dark)';

export function chosenTheme(): Theme {
  const stored = localStorage.getItem(KEY);
  return THEMES.find((theme) => theme === stored) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  applyTheme();
}

/** Paper is white, whatever the screen is. */
export function applyTheme(): void {
  const theme = chosenTheme();
  const dark = theme === 'dark' || (theme === 'system' && matchMedia(PREFERS_DARK).matches);
  document.documentElement.dataset.theme = dark && !matchMedia('print').matches ? 'dark' : 'light';
}

export function followTheme(): void {
  applyTheme();
  matchMedia(PREFERS_DARK).addEventListener('change', applyTheme);
  matchMedia('print').addEventListener('change', applyTheme);
}

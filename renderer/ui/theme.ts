import type { themeNames } from '../../core/contract/preferences.ts';
import { type Theme, themes } from '../../core/show/plot/theme.ts';

/** What `data-theme` on the root element may be. */
export type ThemeName = (typeof themeNames)[number];

/** The colours of plots and charts that go with a theme of the window; those of tokens.css for the high contrast. */
export const plotThemes: { readonly [T in ThemeName]: Theme } = {
  light: themes.light,
  dark: themes.dark,
  contrast: { background: '#000000', ink: '#ffffff', muted: '#e4e4e4', hairline: '#b0b0b0', gate: '#ffffff' },
};

/** Sets the theme and the language of the page; what the style sheets follow. */
export function dressPage(root: HTMLElement, theme: ThemeName, language: string): void {
  root.dataset['theme'] = theme;
  root.lang = language;
}

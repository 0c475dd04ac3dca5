import type { themeNames } from '../../core/contract/preferences.ts';
import type { RampName } from '../../core/show/plot/colour.ts';
import type { common } from './common.ts';

/** What the looks of the window are called. */
export const rampWords: { readonly [R in RampName]: keyof typeof common } = {
  viridis: 'rampViridis',
  cividis: 'rampCividis',
  classic: 'rampClassic',
};
export const themeWords: { readonly [T in (typeof themeNames)[number]]: keyof typeof common } = {
  light: 'themeLight',
  dark: 'themeDark',
  contrast: 'themeContrast',
};

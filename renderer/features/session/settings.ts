import type { Language } from '../../../core/base/message.ts';
import type { RampName } from '../../../core/show/plot/colour.ts';
import { type DensityScaling, densityScalings } from '../../../core/show/plot/density.ts';
import type { AppContext } from '../../context/app-context.ts';
import type { ViewState } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { type ThemeName, themeNames } from '../../ui/theme.ts';

/* How a person likes the window: kept by the window itself; the language by main, whose menu speaks it too. */

export function setLanguage({ store, bridge }: AppContext, language: Language): void {
  setView(store, { language });
  void bridge.setLanguage(language);
}

export function setTheme({ store }: AppContext, theme: ThemeName): void {
  setView(store, { theme });
  localStorage.setItem('theme', theme);
}

export function setRamp({ store }: AppContext, ramp: RampName): void {
  setView(store, { ramp });
  localStorage.setItem('ramp', ramp);
}

export function setScaling({ store }: AppContext, scaling: DensityScaling): void {
  setView(store, { scaling });
  localStorage.setItem('scaling', scaling);
}

const rampNames = ['viridis', 'cividis', 'classic'] as const satisfies readonly RampName[];

/** What was liked last time; the system's wish for a dark window the first time. */
export function likedView(): Pick<ViewState, 'theme' | 'ramp' | 'scaling'> {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  return {
    theme: themeNames.find((name) => name === localStorage.getItem('theme')) ?? system,
    ramp: rampNames.find((name) => name === localStorage.getItem('ramp')) ?? 'viridis',
    scaling: densityScalings.find((name) => name === localStorage.getItem('scaling')) ?? 'log',
  };
}

import type { Language } from '../../../core/base/message.ts';
import type { Light } from '../../../core/gating/automatic/kind/step.ts';
import { lightOfGate, type PlacedGate } from '../../../core/gating/strategy/population.ts';

const lights = {
  green: { en: 'green', ja: '緑' },
  amber: { en: 'amber', ja: '黄' },
  red: { en: 'RED', ja: '赤' },
} as const;

/** How sure a population is of the gate that it hangs on, in one word; empty where nothing speaks for or against a gate by hand. */
export function lightText(gate: PlacedGate | undefined, lang: Language): string {
  const light = gate && lightOfGate(gate);
  return light === undefined ? '' : lightWord(light, lang);
}

export const lightWord = (light: Light, lang: Language): string => lights[light][lang];

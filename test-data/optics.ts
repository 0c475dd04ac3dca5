import type { DrawnEvents } from './events.ts';
import { spilloverMatrix } from './fluorochromes.ts';
import type { Stain } from './panels.ts';
import { type Marker, markers } from './populations.ts';
import type { Random } from './random.ts';

/** The largest value of an 18-bit scale. */
export const top = 262_143;

/** How an analyser is set. */
export interface Setting {
  /** Factor on the light of a marker's detector, as another voltage gives it; electronic noise stays. 1 where absent. */
  readonly gains?: { readonly [M in Marker]?: number };
  /** $PnR, at least that of 18 bits; all values grow with it. */
  readonly range: number;
}

export const usualSetting: Setting = { range: top + 1 };

/** Values per unit of the 18-bit scale. */
export const unitOf = ({ range }: Setting): number => range / (top + 1);

/** The largest value that a setting records, in units of the 18-bit scale. */
const endOf = (setting: Setting): number => (setting.range - 1) / unitOf(setting);

export const gainOf = ({ gains }: Setting, { marker }: Stain): number => gains?.[marker] ?? 1;

/**
 * What the detectors of a panel record, one column a stain: the dyes' light spills, cells glow by themselves,
 * photons come one by one (variance proportional to light), the electronics add their own noise, and the scale ends.
 */
export function detectFluorescence(
  events: DrawnEvents,
  stains: readonly Stain[],
  random: Random,
  setting: Setting = usualSetting,
): Float32Array[] {
  const spillover = spilloverMatrix(stains.map((stain) => stain.dye));
  const [unit, end] = [unitOf(setting), endOf(setting)];
  return stains.map((stain, detector) => {
    const { dye } = stain;
    const gain = gainOf(setting, stain);
    const electronics = dye.electronics / gain;
    const sources = stains.flatMap((source, row) => {
      const share = spillover[row]?.[detector] ?? 0;
      const signal = events.signals[markers.indexOf(source.marker)];
      return share === 0 || !signal ? [] : [{ share, signal }];
    });
    const recorded = new Float32Array(events.count);
    for (let event = 0; event < events.count; event++) {
      let light = dye.autofluorescence * events.glow[event]!;
      for (const { share, signal } of sources) light += share * signal[event]!;
      const noise = Math.sqrt(electronics * electronics + dye.unitsPerElectron * light);
      recorded[event] = unit * Math.min(end, gain * (light + noise * random.normal()));
    }
    return recorded;
  });
}

/** Scattered light as a detector records it: a per cent of noise, and the end of the scale. */
export function detectScatter(
  light: Float64Array,
  gain: number,
  noise: number,
  random: Random,
  setting: Setting = usualSetting,
): Float32Array {
  const [unit, end] = [unitOf(setting), endOf(setting)];
  return Float32Array.from(light, (value) => unit * Math.min(end, value * gain * (1 + noise * random.normal()) + 25 * random.normal()));
}

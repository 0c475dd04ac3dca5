import type { DrawnEvents } from './events.ts';
import { spilloverMatrix } from './fluorochromes.ts';
import type { Stain } from './panels.ts';
import { markers } from './populations.ts';
import type { Random } from './random.ts';

/** The largest value of an 18-bit scale. */
export const top = 262_143;

/**
 * What the detectors of a panel record, one column a stain: the dyes' light spills, cells glow by themselves,
 * photons come one by one (variance proportional to light), the electronics add their own noise, and the scale ends.
 */
export function detectFluorescence(events: DrawnEvents, stains: readonly Stain[], random: Random): Float32Array[] {
  const spillover = spilloverMatrix(stains.map((stain) => stain.dye));
  return stains.map(({ dye }, detector) => {
    const sources = stains.flatMap((source, row) => {
      const share = spillover[row]?.[detector] ?? 0;
      const signal = events.signals[markers.indexOf(source.marker)];
      return share === 0 || !signal ? [] : [{ share, signal }];
    });
    const recorded = new Float32Array(events.count);
    for (let event = 0; event < events.count; event++) {
      let light = dye.autofluorescence * events.glow[event]!;
      for (const { share, signal } of sources) light += share * signal[event]!;
      const noise = Math.sqrt(dye.electronics * dye.electronics + dye.unitsPerElectron * light);
      recorded[event] = Math.min(top, light + noise * random.normal());
    }
    return recorded;
  });
}

/** Scattered light as a detector records it: a per cent of noise, and the end of the scale. */
export function detectScatter(light: Float64Array, gain: number, noise: number, random: Random): Float32Array {
  return Float32Array.from(light, (value) => Math.min(top, value * gain * (1 + noise * random.normal()) + 25 * random.normal()));
}

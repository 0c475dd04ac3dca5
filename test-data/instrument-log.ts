import type { DrawnEvents } from './events.ts';
import type { Fluorochrome } from './fluorochromes.ts';
import { top } from './optics.ts';
import { type Marker, markers } from './populations.ts';
import type { Random } from './random.ts';

/** A detector of an older instrument: which dye, how noisy, how much of what compensation was to remove is left. */
export interface LogDetector {
  readonly marker: Marker;
  readonly dye: Fluorochrome;
  /** A little of a neighbour that the circuit leaves, or takes too much of. */
  readonly residue?: { readonly marker: Marker; readonly share: number };
}

/** Light after hardware compensation, on the 18-bit scale. What would be negative stays so here; the amplifier cuts it off. */
export function compensatedLight(events: DrawnEvents, detector: LogDetector, random: Random): Float64Array {
  const { dye, residue } = detector;
  const own = events.signals[markers.indexOf(detector.marker)]!;
  const other = residue && events.signals[markers.indexOf(residue.marker)];
  return Float64Array.from(own, (signal, event) => {
    const light = signal + dye.autofluorescence * events.glow[event]! + (residue && other ? residue.share * other[event]! : 0);
    const noise = Math.sqrt(dye.electronics ** 2 + dye.unitsPerElectron * Math.abs(light));
    return Math.min(top, light + noise * random.normal());
  });
}

/** Channel numbers of a logarithmic amplifier: four decades below the top over 1,024 channels; all that is lower lies in channel 0. */
export function logChannels(light: Float64Array, random: Random): Uint16Array {
  const unit = (top + 1) / 10_000;
  return Uint16Array.from(light, (value) => {
    const channel = (1024 / 4) * (Math.log(Math.max(value / unit, 1e-9)) / Math.LN10) + random.between(-0.5, 0.5);
    return Math.max(0, Math.min(1023, Math.floor(channel)));
  });
}

export function linearChannels(light: Float64Array, unit: number, highest: number, random: Random): Uint32Array {
  return Uint32Array.from(light, (value) => Math.max(0, Math.min(highest, Math.round((value * (1 + 0.012 * random.normal())) / unit))));
}

import type { rampNames } from '../../study/arrangement/session-preferences.ts';

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** From 0 (sparse) to 1 (dense). */
export type Ramp = (t: number) => Rgb;

/** Okabe and Ito's colours, told apart also by colour-blind eyes (jfly.uni-koeln.de/color). */
export const okabeIto = {
  orange: '#e69f00',
  skyBlue: '#56b4e9',
  green: '#009e73',
  yellow: '#f0e442',
  blue: '#0072b2',
  vermilion: '#d55e00',
  purple: '#cc79a7',
  grey: '#8a8f94',
} as const;

/** One colour for a population of a role, the same in the window and on paper. */
export const roleColours = {
  nk: okabeIto.blue,
  'nkt-like': okabeIto.purple,
  t: okabeIto.orange,
  'double-negative': okabeIto.grey,
} as const;

/** For what has no colour of its own: those that are read on light and dark grounds, told apart also one beside the other. */
export const layerColours = [
  okabeIto.vermilion,
  okabeIto.skyBlue,
  okabeIto.green,
  okabeIto.purple,
  okabeIto.orange,
  okabeIto.blue,
  okabeIto.grey,
] as const;

/** Perceptual ramps from ten stops of the published maps, and the rainbow that cytometrists grew up with. */
export const ramps = {
  viridis: rampOf(['#440154', '#482878', '#3e4989', '#31688e', '#26828e', '#1f9e89', '#35b779', '#6ece58', '#b5de2b', '#fde725']),
  cividis: rampOf(['#00224e', '#123570', '#3b496c', '#575d6d', '#707173', '#8a8678', '#a59c74', '#c3b369', '#e1cc55', '#fee838']),
  classic: rampOf(['#1f3fd6', '#1f7fff', '#16c6e8', '#1fd37a', '#8fe02a', '#f4e01f', '#ff9a1a', '#e8261c']),
} as const satisfies { readonly [R in RampName]: Ramp };
export type RampName = (typeof rampNames)[number];

export function parseColour(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A ramp from the first of its colours on that can be told from a background: 3:1 at least, so that lone events are seen on any theme. */
export function rampOn(ramp: Ramp, background: Rgb): Ramp {
  const steps = 64;
  const first = Array.from({ length: steps }, (_, i) => i / steps).find((t) => contrast(ramp(t), background) >= FOOT_CONTRAST) ?? 0;
  return first === 0 ? ramp : (t) => ramp(first + (1 - first) * t);
}

const FOOT_CONTRAST = 3;

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function rampOf(stops: readonly string[]): Ramp {
  const colours = stops.map(parseColour);
  return (t) => {
    const position = Math.min(1, Math.max(0, t)) * (colours.length - 1);
    const lower = Math.min(Math.floor(position), colours.length - 2);
    const [low, high, part] = [colours[lower]!, colours[lower + 1]!, position - lower];
    return [mix(low[0], high[0], part), mix(low[1], high[1], part), mix(low[2], high[2], part)];
  };
}

const mix = (low: number, high: number, part: number): number => Math.round(low + (high - low) * part);

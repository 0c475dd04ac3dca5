import { remembered } from '../../base/remembered.ts';
import type { Channel } from '../events/channel.ts';
import { plainName } from './plain-name.ts';
import { featureOfChannel, type PulseFeature, readPulse } from './pulse.ts';

export type Direction = 'forward' | 'side';

/** Light that a particle scatters, or what an instrument measures in its place. */
export interface Scatter {
  readonly direction: Direction;
  readonly feature?: PulseFeature;
  readonly logarithmic: boolean;
  /** Tells detectors of one direction apart: laser, number, polarisation; '' where the name says none. */
  readonly detector: string;
  /** Among the detectors of a direction the lower is the instrument's main one. */
  readonly rank: number;
  /** Not light at that angle: back scatter for side, electronic volume or the area of an image for forward. */
  readonly standIn: boolean;
}

type Named = Omit<Scatter, 'feature' | 'logarithmic'>;

/** What a channel is by $PnTYPE, else by its name, else by its label; undefined where it is no scatter. */
export function scatterOf(channel: Channel): Scatter | undefined {
  const { name, marker, detail } = channel;
  const stated = plainName(detail.type ?? '').replace(/[ _-]/g, '');
  if (stated !== '' && !/SCATTER|VOLUME/.test(stated)) return undefined;
  const found = namedScatter(name) ?? (marker === undefined ? imageScatter(name) : labelledScatter(marker));
  const named = /FORWARD|VOLUME/.test(stated)
    ? ofDirection('forward', found)
    : /SIDE|BACK/.test(stated)
      ? ofDirection('side', found)
      : found;
  if (named === undefined) return undefined;
  const feature = isAspectRatio(name) ? ('height' as const) : featureOfChannel(channel);
  return { ...named, ...(feature === undefined ? {} : { feature }), logarithmic: readPulse(name).logarithmic };
}

/** What stands in for scatter has names that are those of markers too (EV: extracellular vesicles). */
const labelledScatter = (marker: string): Named | undefined => {
  const named = namedScatter(marker);
  return named?.standIn ? undefined : named;
};

const ofDirection = (direction: Direction, found: Named | undefined): Named =>
  found?.direction === direction ? found : { direction, detector: '', rank: 0, standIn: false };

/** Names of other scripts, and of several words, in the one word that the field uses. */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/前方(向)?散乱光?|前方光散乱|前向(角)?散射光?|前散射|전방\s*산란광?/g, ' FSC '],
  [/側方(向)?散乱光?|側面散乱光?|側方光散乱|直角散乱光?|[侧側]向(角)?散射光?|侧散射|측방\s*산란광?|측면\s*산란광?/g, ' SSC '],
  [/後方(向)?散乱光?|[后後]向散射光?|후방\s*산란광?/g, ' BSC '],
  [/(^|[^\p{L}])前方(?![\p{L}])/gu, '$1 FSC '],
  [/(^|[^\p{L}])側方(?![\p{L}])/gu, '$1 SSC '],
  [/(SMALL|LOW|NARROW|FORWARD)[ _-]*ANGLE/g, ' FSC '],
  [/(LARGE|WIDE|RIGHT|HIGH|SIDE)[ _-]*ANGLE|90[ _-]*(°|DEG(REES?)?|LS)/g, ' SSC '],
  [/(FORWARD|FWD|FRONT)[ _-]*(LIGHT[ _-]*)?SC(ATTER(ED|ING)?|A?T?)?(?![A-Z])/g, ' FSC '],
  [/(SIDE|SIDEWARDS?|ORTHOGONAL|PERPENDICULAR)[ _-]*(LIGHT[ _-]*)?SC(ATTER(ED|ING)?|A?T?)?(?![A-Z])/g, ' SSC '],
  [/BACK(WARDS?)?[ _-]*(LIGHT[ _-]*)?SC(ATTER(ED|ING)?|A?T?)?(?![A-Z])/g, ' BSC '],
  [/(AXIAL[ _-]*)?LIGHT[ _-]*LOSS|EXTINCTION|ELECTRONIC[ _-]*VOLUME/g, ' EV '],
  [/青色?|ブルー/g, ' BLUE '],
  [/紫外線?/g, ' UV '],
  [/紫色?|バイオレット/g, ' VIOLET '],
  [/赤色?|レッド/g, ' RED '],
  [/レーザー?|検出器|チャンネル|信号/g, ' LASER '],
];

const directions: { readonly [word: string]: Direction | undefined } = {
  ...{ FSC: 'forward', FS: 'forward', FALS: 'forward', SALS: 'forward', FLS: 'forward', FWS: 'forward', FWSC: 'forward', EV: 'forward' },
  ...{ FORWARD: 'forward', FWD: 'forward', EXT: 'forward', VOLUME: 'forward' },
  ...{ SSC: 'side', SS: 'side', BSC: 'side', RALS: 'side', LALS: 'side', MALS: 'side', SLS: 'side', SIDE: 'side', ORTHOGONAL: 'side' },
};
const standIns = new Set(['BSC', 'MALS', 'EV', 'EXT', 'VOLUME']);
/** Wavelengths in nm. */
const lasers: { readonly [colour: string]: number | undefined } = {
  ...{ BLUE: 488, BL: 488, B: 488, VIOLET: 405, VIO: 405, VL: 405, V: 405, RED: 640, RL: 640, R: 640, UV: 355, U: 355 },
  ...{ YELLOW: 561, YEL: 561, YL: 561, Y: 561, YG: 561, GREEN: 532, GRN: 532, G: 532, IR: 785, NIR: 785 },
};
const neutral = new Set(
  'SCATTER SCATTERED SCATTERING SCATT LIGHT ANGLE CHANNEL CH DETECTOR DET PMT PD APD DIODE PHOTODIODE LASER NM SIGNAL INTENSITY BP MAIN PRIMARY'.split(
    ' ',
  ),
);
const MAIN_LASER = 488;

/** Whether a name is scatter, and from which detector: every word of it must be a word of scatter, or it begins with FSC, SSC or BSC. */
const namedScatter = remembered((name: string): Named | undefined => {
  const text = phrases.reduce((made, [pattern, word]) => made.replace(pattern, word), readPulse(name).stem);
  const tokens = text
    .replace(/(?<=\d)(?=[A-Z])|(?<=[A-Z])(?=\d)/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '')
    .flatMap(unglued);
  const found = tokens.map((token) => directions[token]).filter((direction) => direction !== undefined);
  const direction = found[0];
  if (direction === undefined || found.some((other) => other !== direction)) return undefined;
  const isKnown = (token: string) =>
    directions[token] !== undefined || lasers[token] !== undefined || neutral.has(token) || /^(\d+|PAR|PERP|PARALLEL)$/.test(token);
  const isOdd = !tokens.every(isKnown);
  if (isOdd && !/^([FSB]SC)$/.test(tokens[0]!)) return undefined;
  return { direction, ...placeOf(tokens, isOdd) };
});

/** `VSSC` is SSC of the violet laser, `BSC` no laser's. */
const unglued = (token: string): readonly string[] => {
  const parts = /^(UV|YG|[VBRYUG])(FSC|SSC|BSC)$/.exec(token);
  return parts === null ? [token] : [parts[1]!, parts[2]!];
};

function placeOf(tokens: readonly string[], isOdd: boolean): Pick<Scatter, 'detector' | 'rank' | 'standIn'> {
  const numbers = tokens.filter((token) => /^\d+$/.test(token)).map(Number);
  const laser = tokens.map((token) => lasers[token]).find((nm) => nm !== undefined) ?? numbers.find((nm) => nm >= 300 && nm <= 1100);
  // what follows a wavelength is the width of its filter
  const number = numbers.some((nm) => nm >= 300) ? undefined : numbers[0];
  const crossed = tokens.find((token) => token === 'PERP');
  const standIn = tokens.find((token) => standIns.has(token));
  const parts = [standIn, laser === undefined ? undefined : `${laser} nm`, number, crossed, isOdd ? tokens.join(' ') : undefined];
  const away = laser === undefined ? 0 : 1 + Math.abs(laser - MAIN_LASER);
  const rank = away + (number === undefined ? 0 : 1 + number) + (crossed ? 1000 : 0) + (standIn ? 2000 : 0) + (isOdd ? 4000 : 0);
  return { detector: parts.filter((part) => part !== undefined).join(' '), rank, standIn: standIn !== undefined };
}

/** Imaging cytometers: a cell's size is the area of the bright field's mask, and two cells in one image show in its aspect ratio. */
const imageScatter = (name: string): Named | undefined => {
  const text = plainName(name).replace(/[ _]+/g, '_');
  if (/^(AREA|ASPECT_RATIO)_M0?[19]$/.test(text))
    return { direction: 'forward', detector: text.slice(-2), rank: 2000 + Number(text.slice(-1)), standIn: true };
  if (/^INTENSITY_(M[C\d]+_)?CH(0?6|12)$/.test(text))
    return { direction: 'side', detector: text.slice(-2), rank: 2000 + Number(text.slice(-2)), standIn: true };
  return undefined;
};

const isAspectRatio = (name: string): boolean => /^ASPECT[ _]RATIO[ _]M/.test(plainName(name));

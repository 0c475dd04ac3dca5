import { quantileOf } from '../../base/math/robust-slope.ts';
import type { Channel } from '../events/channel.ts';
import type { SampleMetadata } from '../metadata/sample-metadata.ts';
import { plainName } from '../panel/plain-name.ts';
import { readPulse } from '../panel/pulse.ts';
import type { ControlEvents } from './control.ts';

/** A file that may be a control, before its events are looked at. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly role: SampleMetadata['role'];
}

/** How bright a file is in each detector: its brighter tenth, and where nearly all of it ends. */
export interface ControlLight {
  readonly bright: readonly number[];
  readonly end: readonly number[];
}

interface RecognisedTube {
  readonly id: string;
  readonly detector: string;
  readonly by: 'name' | 'light';
  /** The detector that the tube is brightest in, where its name says another. */
  readonly brightest?: string;
  /** Tubes of the same detector that are not used. */
  readonly beside?: readonly string[];
}

export interface RecognisedControls {
  /** In the order of the detectors. */
  readonly tubes: readonly RecognisedTube[];
  readonly unstained: string | undefined;
  /** Detectors that no tube is of. */
  readonly without: readonly string[];
}

const UNSTAINED =
  /(?<![A-Z])(UNST(AINED)?|UNLABELL?ED|BLANK|AUTO ?FLUORESCENCE|NEG(ATIVE)? (CTRL|CTL|CONTROL))(?![A-Z])|未染色|無染色|未染|无染|陰性対照/;
const SINGLE = /(?<![A-Z])(SINGLE|SS|COMP|COMPS|COMPENSATION)(?![A-Z])|単染|単色|シングル|補正|单染/;
const LEFT_OUT = /(?<![A-Z])(F\.?M\.?[O0]|MINUS)(?![A-Z])|抜き/;
/** As bright as this part of the brightest, a second detector says that the tube holds several dyes. */
const SECOND = 0.8;

type Kind = 'unstained' | 'single-stain' | undefined;

/** What a file's role says, else its name; undefined where neither calls it a control of compensation. */
export function kindOfControl({ role, name }: Pick<Candidate, 'role' | 'name'>): Kind {
  if (role === 'unstained' || role === 'single-stain') return role;
  const words = plainName(name.replaceAll('_', ' '));
  if (role !== 'sample' || LEFT_OUT.test(words)) return undefined;
  if (UNSTAINED.test(words)) return 'unstained';
  return SINGLE.test(words) ? 'single-stain' : undefined;
}

/** The files whose events are to be looked at: those that are called controls; all others where none is. FMO controls and beads never. */
export function controlCandidates<C extends Candidate>(candidates: readonly C[]): readonly C[] {
  const called = candidates.filter((candidate) => kindOfControl(candidate) !== undefined);
  const isAny = called.some((candidate) => kindOfControl(candidate) === 'single-stain');
  return isAny ? called : candidates.filter(({ role, name }) => kindOfControl({ role, name }) !== undefined || isPlain({ role, name }));
}

const isPlain = ({ role, name }: Pick<Candidate, 'role' | 'name'>): boolean =>
  role === 'sample' && !LEFT_OUT.test(plainName(name.replaceAll('_', ' ')));

export function controlLight({ columns }: ControlEvents): ControlLight {
  return { bright: columns.map((column) => quantileOf(column, 0.9)), end: columns.map((column) => quantileOf(column, 0.995)) };
}

/**
 * Which tube is of which detector: by the dye, detector or marker that its name holds, else by the detector that it is brightest in above the
 * unstained control, or above the tube that is darkest there. Of two tubes of one detector the brighter is taken. What nothing calls a control
 * is taken for one only where a single detector stands out.
 */
export function recogniseControls(
  candidates: readonly (Candidate & { readonly light: ControlLight })[],
  detectors: readonly Channel[],
): RecognisedControls {
  const names = detectors.map(({ name }) => name);
  const called = candidates.filter((one) => kindOfControl(one) === 'unstained');
  const unstained = called[0] ?? darkest(candidates);
  const others = candidates.filter((one) => one !== unstained && kindOfControl(one) !== 'unstained');
  const found = others.flatMap((one) => {
    const lift = liftOf(one.light, unstained?.light, others);
    const brightest = largest(lift);
    const named = detectorNamed(one.name, detectors);
    const isClear = lift.every((value, place) => place === brightest || value < SECOND * lift[brightest]!);
    const place = named ?? (lift[brightest]! > 0 && (isClear || kindOfControl(one) !== undefined) ? brightest : undefined);
    return place === undefined
      ? []
      : [{ id: one.id, place, by: named === undefined ? ('light' as const) : ('name' as const), brightest, lift: lift[place]! }];
  });
  const tubes = names.flatMap((detector, place): RecognisedTube[] => {
    const [first, ...beside] = found.filter((one) => one.place === place).sort((a, b) => b.lift - a.lift);
    if (first === undefined) return [];
    const { id, by, brightest } = first;
    return [
      {
        id,
        detector,
        by,
        ...(brightest !== place && { brightest: names[brightest]! }),
        ...(beside.length > 0 && { beside: beside.map((one) => one.id) }),
      },
    ];
  });
  // two samples of a session are no set of controls
  const isGuess = candidates.every((one) => kindOfControl(one) === undefined);
  if (isGuess && tubes.length < 2) return { tubes: [], unstained: undefined, without: names };
  return { tubes, unstained: unstained?.id, without: names.filter((name) => !tubes.some(({ detector }) => detector === name)) };
}

/** How far a tube's brighter tenth lies above the dark, by detector. */
function liftOf(
  { bright }: ControlLight,
  unstained: ControlLight | undefined,
  others: readonly { readonly light: ControlLight }[],
): readonly number[] {
  return bright.map((value, place) => value - (unstained?.end[place] ?? Math.min(...others.map(({ light }) => light.end[place]!))));
}

/** The file that is darkest in most detectors, if another is clearly brighter there; undefined where no file is. */
function darkest<C extends Candidate & { readonly light: ControlLight }>(candidates: readonly C[]): C | undefined {
  const plain = candidates.filter((one) => kindOfControl(one) === undefined);
  const count = plain[0]?.light.bright.length ?? 0;
  const wins = plain.map(
    ({ light }) =>
      Array.from({ length: count }, (_, place) => place).filter((place) =>
        plain.every((other) => light.bright[place]! <= other.light.bright[place]!),
      ).length,
  );
  const first = largest(wins);
  const dark = plain[first];
  if (dark === undefined || plain.length < 2 || wins[first]! * 2 <= count) return undefined;
  const isOutshone = dark.light.end.some((end, place) => plain.some(({ light }) => light.bright[place]! > end));
  return isOutshone ? dark : undefined;
}

/** The place of the detector whose name, dye or marker a file's name holds as words of its own, the longest ones; undefined for several. */
export function detectorNamed(file: string, detectors: readonly Channel[]): number | undefined {
  const words = wordsOf(file.replace(/\.fcs$/i, ''));
  const joined = new Set(words.flatMap((_, from) => [1, 2, 3, 4].map((count) => words.slice(from, from + count).join(''))));
  const fits = detectors.flatMap(({ name, marker }, place) =>
    [name, readPulse(name).stem, ...(marker === undefined ? [] : [marker, ...marker.split(/[\s/,;]+/)])]
      .map((key) => ({ place, key: wordsOf(key).join('') }))
      .filter(({ key }) => key.length > 1 && joined.has(key)),
  );
  // "PE" is a part of "PE-Cy7"
  const whole = fits.filter(({ key }) => !fits.some((other) => other.key !== key && other.key.includes(key)));
  const places = new Set(whole.map(({ place }) => place));
  return places.size === 1 ? [...places][0] : undefined;
}

const wordsOf = (text: string): readonly string[] => plainName(text.replaceAll('_', ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
const largest = (values: readonly number[]): number => values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);

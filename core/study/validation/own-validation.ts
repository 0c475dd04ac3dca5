import { gammaQuantile } from '../../base/math/gamma.ts';
import { type BlandAltman, blandAltman } from '../comparison/bland-altman.ts';
import type { Reading, Shares } from './measure-readings.ts';

/** One file by the automatic gates and by both persons. */
export interface ValidatedFile {
  readonly name: string;
  readonly automatic: Shares;
  /** In the order of the persons. */
  readonly readings: readonly [Reading, Reading];
}

/** The same file read twice by one person. */
export interface RepeatedReading {
  readonly person: string;
  readonly file: string;
  readonly readings: readonly [Shares, Shares];
}

export interface QuantityAgreement {
  /** A role of the composition, or the path of a population. */
  readonly quantity: string;
  /** Files in which both persons placed the gate or one above it, and the automatic number is given. */
  readonly files: number;
  /** Files in which the automatic gate is red, so that the product gives no number. */
  readonly withheld: number;
  /** Automatic less the mean of both persons. */
  readonly automatic: BlandAltman;
  /** Automatic less each person. */
  readonly byPerson: readonly [BlandAltman, BlandAltman];
  /** The second person less the first. */
  readonly between: BlandAltman;
}

interface GateCause {
  readonly gate: string;
  readonly person: string;
  readonly files: number;
  /** By how much the gate alone moves the main number, on average and at most, in points. */
  readonly mean: number;
  readonly largest: number;
  readonly file: string;
}

export interface Repeatability {
  readonly person: string;
  readonly pairs: number;
  /** Standard deviation within a file, in points, with its 95 % interval; two readings differ by less than `coefficient` in 95 of 100 cases. */
  readonly sd: number;
  readonly interval: readonly [number, number];
  readonly coefficient: number;
}

export interface OwnValidation {
  readonly persons: readonly [string, string];
  readonly main: string;
  readonly files: number;
  /** Files in which one of them placed no gate. */
  readonly ungated: readonly { readonly file: string; readonly person: string }[];
  /** The main number first, then by the size of the bias. */
  readonly quantities: readonly QuantityAgreement[];
  readonly causes: readonly GateCause[];
  /** Of the main number; of persons with three repeated readings or more. */
  readonly repeatability: readonly Repeatability[];
}

/** What two saved sessions gave, and of what. */
export interface ValidatedSessions {
  readonly validation: OwnValidation;
  readonly protocol: { readonly name: string; readonly revision: number };
  /** Sessions that are not what their audit tells. */
  readonly changed: readonly string[];
  /** Digests of the files, in the order of the first session. */
  readonly digests: readonly string[];
}

/** A standard deviation of fewer says nothing. */
const FEWEST_PAIRS = 3;

/**
 * What persons and the automatic gates differ by: bias and limits of agreement with their 95 % intervals (Bland and Altman 1986), gate by gate what
 * moves the main number, and how well a person repeats (Bland and Altman, BMJ 1996; 313: 744). A number that a person did not touch agrees by itself
 * and is left out; a quantity with fewer than three files has no agreement.
 */
export function ownValidation(
  persons: readonly [string, string],
  main: string,
  files: readonly ValidatedFile[],
  repeated: readonly RepeatedReading[],
): OwnValidation {
  const quantities = [...new Set(files.flatMap(({ automatic }) => [...automatic.keys()]))];
  const agreed = quantities.flatMap((quantity) => agreementOf(quantity, files) ?? []);
  return {
    persons,
    main,
    files: files.length,
    ungated: files.flatMap(({ name, readings }) => persons.flatMap((person, i) => (isGated(readings[i]!) ? [] : [{ file: name, person }]))),
    quantities: agreed.sort(
      (a, b) => Number(b.quantity === main) - Number(a.quantity === main) || Math.abs(b.automatic.bias) - Math.abs(a.automatic.bias),
    ),
    causes: persons.flatMap((person, i) =>
      causesOf(
        person,
        files.map(({ name, readings }) => ({ name, reading: readings[i]! })),
      ),
    ),
    repeatability: [...new Set(repeated.map(({ person }) => person))].flatMap((person) => repeatabilityOf(person, main, repeated) ?? []),
  };
}

const isGated = ({ shares }: Reading): boolean => [...shares.values()].some(({ isOfPerson }) => isOfPerson);

function agreementOf(quantity: string, files: readonly ValidatedFile[]): QuantityAgreement | undefined {
  const compared = files.flatMap(({ automatic, readings }) => {
    const [own, a, b] = [automatic.get(quantity), readings[0].shares.get(quantity), readings[1].shares.get(quantity)];
    if (own === undefined || a?.isOfPerson !== true || b?.isOfPerson !== true) return [];
    return [{ own, a: a.percent, b: b.percent }];
  });
  const given = compared.filter(({ own }) => !own.isWithheld);
  const of = (before: (one: (typeof given)[number]) => number, after: (one: (typeof given)[number]) => number) =>
    blandAltman(given.map((one) => ({ before: before(one), after: after(one) })));
  const automatic = of(
    ({ a, b }) => (a + b) / 2,
    ({ own }) => own.percent,
  );
  const first = of(
    ({ a }) => a,
    ({ own }) => own.percent,
  );
  const second = of(
    ({ b }) => b,
    ({ own }) => own.percent,
  );
  const between = of(
    ({ a }) => a,
    ({ b }) => b,
  );
  if (automatic === undefined || first === undefined || second === undefined || between === undefined) return undefined;
  return { quantity, files: given.length, withheld: compared.length - given.length, automatic, byPerson: [first, second], between };
}

function causesOf(person: string, read: readonly { readonly name: string; readonly reading: Reading }[]): readonly GateCause[] {
  const gates = new Map<string, { readonly file: string; readonly points: number }[]>();
  for (const { name, reading } of read)
    for (const { gate, points } of reading.effects) gates.set(gate, [...(gates.get(gate) ?? []), { file: name, points }]);
  return [...gates]
    .map(([gate, effects]): GateCause => {
      const worst = effects.reduce((most, one) => (Math.abs(one.points) > Math.abs(most.points) ? one : most));
      const mean = effects.reduce((sum, { points }) => sum + points, 0) / effects.length;
      return { gate, person, files: effects.length, mean, largest: worst.points, file: worst.file };
    })
    .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
}

function repeatabilityOf(person: string, main: string, repeated: readonly RepeatedReading[]): Repeatability | undefined {
  const squares = repeated.flatMap(({ person: of, readings: [first, second] }) => {
    const [a, b] = [first.get(main), second.get(main)];
    return of === person && a?.isOfPerson === true && b?.isOfPerson === true ? [(a.percent - b.percent) ** 2] : [];
  });
  const pairs = squares.length;
  if (pairs < FEWEST_PAIRS) return undefined;
  const variance = squares.reduce((sum, square) => sum + square, 0) / (2 * pairs);
  const sd = Math.sqrt(variance);
  // the sum of squares over the variance is chi-square with one degree a pair
  const end = (p: number) => Math.sqrt((variance * pairs) / (2 * gammaQuantile(p, pairs / 2)));
  return { person, pairs, sd, interval: [end(0.975), end(0.025)], coefficient: 1.96 * Math.SQRT2 * sd };
}

import { medianInPlace } from '../../base/math/median.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import type { Fingerprint } from './fingerprint.ts';

/** A sample with what it is said to be of. */
export interface Labelled {
  readonly id: string;
  /** The lot, or the donor where no lot is known; undefined where neither is. */
  readonly label: string | undefined;
  /** Samples are compared only with those that have the same: instrument, panel, culture day. */
  readonly setting: string;
  readonly fingerprint: Fingerprint;
}

/** A sample that looks like another lot than its label says: a warning, never a verdict. */
export interface LabelDoubt {
  readonly label: string;
  readonly candidate: string;
  /** Distances from the samples of its label and of the candidate; 1 is what samples of one label differ by. */
  readonly own: number;
  readonly other: number;
  /** The nearest sample of each, to be looked at side by side. */
  readonly ofLabel: string;
  readonly ofCandidate: string;
}

/** Others of a label that are needed to say what it looks like. */
const FEWEST_OTHERS = 2;
/** Labels that are needed to say by what samples of one label differ. */
const FEWEST_LABELS = 4;
/** Beyond so many usual differences a sample is unlike its label; within so many it is like another. */
const [UNLIKE, LIKE] = [1.6, 1.5];
/** And so many times as far from its own label as from the other. */
const RATIO = 1.2;
/** A difference counts for no more than so many deviations: one gate that jumped is no other lot. */
const MOST = 5;
/** The least spread of a number on scales and of angles: half a bin of a picture. */
const LEAST = 1 / 128;

/**
 * Tubes that may have been exchanged: of comparable samples those that differ from the others of their label by more than samples of one label do, while
 * another label fits them. Distances are root mean squares of differences over all numbers that both have, each in robust standard deviations of
 * the differences within labels and for no more than five; of several samples of a label the median counts. Nothing is said where fewer than two others have the label
 * or fewer than four labels are known.
 */
export function labelDoubts(samples: readonly Labelled[]): ReadonlyMap<string, LabelDoubt> {
  const doubts = new Map<string, LabelDoubt>();
  for (const setting of new Set(samples.map((one) => one.setting)))
    for (const [id, doubt] of doubtsAmong(samples.filter((one) => one.setting === setting && one.label !== undefined)))
      doubts.set(id, doubt);
  return doubts;
}

function doubtsAmong(samples: readonly Labelled[]): readonly (readonly [string, LabelDoubt])[] {
  const byLabel = new Map<string, Labelled[]>();
  for (const sample of samples) byLabel.set(sample.label ?? '', [...(byLabel.get(sample.label ?? '') ?? []), sample]);
  const labels = [...byLabel].filter(([, members]) => members.length > FEWEST_OTHERS);
  if (labels.length < FEWEST_LABELS) return [];
  const spread = spreadsWithin(labels.map(([, members]) => members));
  return labels.flatMap(([label, members]) =>
    members.flatMap((sample): (readonly [string, LabelDoubt])[] => {
      const own = distanceFrom(
        sample,
        members.filter((one) => one !== sample),
        spread,
      );
      if (own === undefined || own.median < UNLIKE) return [];
      const others = labels.flatMap(([candidate, their]) => {
        const from = candidate === label ? undefined : distanceFrom(sample, their, spread);
        return from === undefined ? [] : [{ candidate, ...from }];
      });
      const [best] = others.sort((a, b) => a.median - b.median);
      if (best === undefined || best.median > LIKE || own.median < RATIO * best.median) return [];
      const doubt = {
        label,
        candidate: best.candidate,
        own: own.median,
        other: best.median,
        ofLabel: own.nearest,
        ofCandidate: best.nearest,
      };
      return [[sample.id, doubt]];
    }),
  );
}

/** By what each number differs between samples of one label: 1.4826 times the median absolute difference from the label's median. */
function spreadsWithin(labels: readonly (readonly Labelled[])[]): ReadonlyMap<string, number> {
  const differences = new Map<string, number[]>();
  for (const members of labels) {
    for (const name of new Set(members.flatMap(({ fingerprint }) => [...fingerprint.keys()]))) {
      const values = members.flatMap(({ fingerprint }) => fingerprint.get(name) ?? []);
      if (values.length <= FEWEST_OTHERS) continue;
      const median = medianInPlace(Float64Array.from(values));
      // of n values about their own median: as many as are free
      const free = Math.sqrt(values.length / (values.length - 1));
      differences.set(name, [...(differences.get(name) ?? []), ...values.map((value) => Math.abs(value - median) * free)]);
    }
  }
  return new Map([...differences].map(([name, all]) => [name, Math.max(LEAST, 1.4826 * medianInPlace(Float64Array.from(all)))]));
}

function distanceFrom(
  { fingerprint }: Labelled,
  others: readonly Labelled[],
  spread: ReadonlyMap<string, number>,
): { readonly median: number; readonly nearest: string } | undefined {
  const distances = others.flatMap(({ id, fingerprint: other }) => {
    const squares = [...spread].flatMap(([name, deviation]) => {
      const [a, b] = [fingerprint.get(name), other.get(name)];
      // two samples differ by both their deviations
      return a === undefined || b === undefined ? [] : [Math.min(MOST ** 2, (a - b) ** 2 / (2 * deviation ** 2))];
    });
    return squares.length === 0 ? [] : [{ id, distance: Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / squares.length) }];
  });
  const nearest = [...distances].sort((a, b) => a.distance - b.distance)[0];
  if (nearest === undefined || distances.length < FEWEST_OTHERS) return undefined;
  return { median: medianInPlace(Float64Array.from(distances, ({ distance }) => distance)), nearest: nearest.id };
}

/** What a sample is said to be of, and with which others it may be compared: the same instrument, panel and culture day. */
export function labelOf({ sample, channels }: Pick<SampleAnalysis, 'sample' | 'channels'>): Pick<Labelled, 'label' | 'setting'> {
  const { metadata, instrument } = sample;
  const panel = channels.map(({ id, name }) => `${id} ${name}`).sort();
  return {
    label: metadata.role === 'sample' ? (metadata.lot ?? metadata.donor) : undefined,
    setting: JSON.stringify([instrument.cytometer, instrument.serial, metadata.day, panel]),
  };
}

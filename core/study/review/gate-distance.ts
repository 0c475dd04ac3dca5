import { medianInPlace } from '../../base/math/median.ts';
import { compileTransform, type Transform } from '../../data/transforms/transforms.ts';
import type { GateFacts, GatePlace } from './gate-facts.ts';

/** One sample whose gate is compared; without facts it has no such gate. */
export interface Compared {
  readonly id: string;
  readonly facts: GateFacts | undefined;
}

/** Puts samples together that may be expected to be alike: each in one group. */
export type PeersOf<S> = (samples: readonly S[]) => readonly (readonly S[])[];

/** What makes a sample stand apart, the farthest first; `z` in robust standard deviations of the group, its sign the direction. */
export type DistanceReason =
  | { readonly kind: 'place'; readonly place: GatePlace; readonly z: number; readonly median: number }
  | {
      readonly kind: 'share';
      readonly path: string;
      readonly name: string;
      readonly percent: number;
      readonly z: number;
      /** Percent. */
      readonly median: number;
    }
  | { readonly kind: 'few-peers'; readonly peers: number }
  | { readonly kind: 'other-gate' }
  | { readonly kind: 'no-gate' };

export interface GateDistance {
  /** Samples of its group beside itself that have the gate. */
  readonly peers: number;
  /** Of both below together; undefined where there is nothing to compare with. */
  readonly distance: number | undefined;
  /** Of where the gate stands. */
  readonly gate: number | undefined;
  /** Of what it gives, on the arcsine scale. */
  readonly share: number | undefined;
  readonly reasons: readonly DistanceReason[];
}

/** Fewer others than these say nothing about what is usual. */
export const FEWEST_PEERS = 5;
/** Of the median absolute deviation, for it to be the standard deviation of a normal distribution. */
const NORMAL = 1.4826;
/** The least spread of places: a hundredth of the axis. Gates that stand at one place in all samples would be without end apart at the least move. */
const LEAST_PLACE = 0.01;
/** The least spread of percentages on the arcsine scale: two points at a half, half a point at 2 %. */
const LEAST_SHARE = 0.02;

/**
 * How far each sample's gate, and what it gives, stands from the median of its group, in robust standard deviations (1.4826 times the median
 * absolute deviation, not below a least spread). Percentages are compared on the arcsine scale (of the square root), where counting has one variance everywhere,
 * 1/4n, which is added for the sample's own events. The distance is the root of
 * the summed squares of all numbers that are compared; the group's median and deviation take in the sample itself.
 */
export function gateDistances<S extends Compared>(samples: readonly S[], peersOf: PeersOf<S>): ReadonlyMap<string, GateDistance> {
  return new Map(peersOf(samples).flatMap((group) => distancesIn(group)));
}

function distancesIn(group: readonly Compared[]): readonly (readonly [string, GateDistance])[] {
  return apartIn(onCommonScales(group));
}

/** With places on the scale that most of the group have for a dimension: the same linear values. */
function onCommonScales(group: readonly Compared[]): readonly Compared[] {
  const scales = new Map<string, Map<string, { count: number; readonly scale: Transform | undefined }>>();
  const all = group.flatMap(({ facts }) => facts?.places ?? []);
  for (const { dimension, scale } of all) {
    const known = scales.get(dimension) ?? new Map<string, { count: number; readonly scale: Transform | undefined }>();
    const found = known.get(JSON.stringify(scale)) ?? { count: 0, scale };
    found.count += 1;
    scales.set(dimension, known.set(JSON.stringify(scale), found));
  }
  if ([...scales.values()].every(({ size }) => size === 1)) return group;
  const common = new Map(
    [...scales].map(([dimension, known]) => [dimension, [...known.values()].sort((a, b) => b.count - a.count)[0]?.scale]),
  );
  return group.map((sample) => {
    const { facts } = sample;
    if (facts === undefined) return sample;
    const places = facts.places.map((place) => onScale(place, common.get(place.dimension)));
    return { ...sample, facts: { ...facts, places } };
  });
}

function onScale(place: GatePlace, scale: Transform | undefined): GatePlace {
  if (scale === undefined || place.scale === undefined) return place;
  const [own, common] = [compileTransform(place.scale), compileTransform(scale)];
  return own === common ? place : { ...place, scale, position: common.scale(own.unscale(place.position)) };
}

function apartIn(group: readonly Compared[]): readonly (readonly [string, GateDistance])[] {
  const having = group.filter(({ facts }) => facts !== undefined);
  const frames = groupBy(having, ({ facts }) => facts?.frame ?? '');
  const places = new Map([...frames].map(([frame, members]) => [frame, placeSpreads(members)] as const));
  const shares = spreads(having, ({ facts }) => (facts?.shares ?? []).map((share) => [share.path, angleOf(share)] as const), LEAST_SHARE);
  return group.map(({ id, facts }) => {
    if (facts === undefined) return [id, { ...none(having.length), reasons: [{ kind: 'no-gate' }] }] as const;
    const peers = having.length - 1;
    if (peers < FEWEST_PEERS) return [id, { ...none(peers), reasons: [{ kind: 'few-peers', peers }] }] as const;
    const ofPlaces = placeReasons(facts, places.get(facts.frame));
    const ofShares = shareReasons(facts, shares);
    const isOther = (frames.get(facts.frame)?.length ?? 0) - 1 < FEWEST_PEERS;
    const [gate, share] = [lengthOf(ofPlaces), lengthOf(ofShares)];
    const both = [gate, share].filter((one) => one !== undefined);
    const reasons: readonly DistanceReason[] = [...ofPlaces, ...ofShares].sort((a, b) => Math.abs(b.z) - Math.abs(a.z));
    return [
      id,
      {
        peers,
        distance: both.length === 0 ? undefined : Math.hypot(...both),
        gate,
        share,
        reasons: isOther ? [{ kind: 'other-gate' }, ...reasons] : reasons,
      },
    ] as const;
  });
}

const none = (peers: number) => ({ peers, distance: undefined, gate: undefined, share: undefined });

const lengthOf = (reasons: readonly { readonly z: number }[]): number | undefined =>
  reasons.length === 0 ? undefined : Math.hypot(...reasons.map(({ z }) => z));

interface Spread {
  readonly median: number;
  readonly deviation: number;
}

const placeSpreads = (members: readonly Compared[]) =>
  spreads(members, ({ facts }) => (facts?.places ?? []).map(({ id, position }) => [id, position] as const), LEAST_PLACE);

/** Of each number that enough samples have. */
function spreads(
  samples: readonly Compared[],
  numbersOf: (sample: Compared) => readonly (readonly [string, number])[],
  least: number,
): ReadonlyMap<string, Spread> {
  const values = new Map<string, number[]>();
  for (const sample of samples) {
    for (const [id, value] of numbersOf(sample)) {
      const known = values.get(id);
      if (known === undefined) values.set(id, [value]);
      else known.push(value);
    }
  }
  return new Map([...values].flatMap(([id, all]) => (all.length - 1 < FEWEST_PEERS ? [] : [[id, spreadOf(all, least)] as const])));
}

function spreadOf(values: readonly number[], least: number): Spread {
  const median = medianInPlace(Float64Array.from(values));
  const deviation = NORMAL * medianInPlace(Float64Array.from(values, (value) => Math.abs(value - median)));
  return { median, deviation: Math.max(deviation, least) };
}

const placeReasons = ({ places }: GateFacts, spread: ReadonlyMap<string, Spread> | undefined) =>
  places.flatMap((place) => {
    const of = spread?.get(place.id);
    return of === undefined ? [] : [{ kind: 'place', place, z: (place.position - of.median) / of.deviation, median: of.median } as const];
  });

const shareReasons = ({ shares }: GateFacts, spread: ReadonlyMap<string, Spread>) =>
  shares.flatMap((share) => {
    const of = spread.get(share.path);
    if (of === undefined) return [];
    const z = (angleOf(share) - of.median) / Math.hypot(of.deviation, Math.sqrt(1 / (4 * share.parentCount)));
    const { path, name, percent } = share;
    return [{ kind: 'share', path, name, percent, z, median: 100 * Math.sin(of.median) ** 2 } as const];
  });

interface Counted {
  readonly count: number;
  readonly parentCount: number;
}
const angleOf = ({ count, parentCount }: Counted): number => Math.asin(Math.sqrt(count / parentCount));

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const known = groups.get(keyOf(value));
    if (known === undefined) groups.set(keyOf(value), [value]);
    else known.push(value);
  }
  return groups;
}

/** Samples of one role that are gated alike are peers: those of one gating group, where there are groups. */
export const peersByRole = <S extends { readonly role: string; readonly group?: string | undefined }>(
  samples: readonly S[],
): readonly (readonly S[])[] => [...groupBy(samples, ({ role, group = '' }) => JSON.stringify([role, group])).values()];

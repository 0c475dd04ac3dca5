import type { FcsContent } from '../core/data/fcs/write/write-content.ts';
import { type Blood, type BloodKind, bloodKinds, drawBlood, usualBlood } from './blood.ts';
import { marks } from './cell.ts';
import { recordModern } from './instrument-modern.ts';
import { seedRandom } from './random.ts';

export interface BloodOrder {
  readonly seed: number;
  readonly events: number;
  /** Parts set by hand; those of `usualBlood` where absent. */
  readonly blood?: Partial<Blood>;
}

/** Counts of single particles of each kind, doublets apart, and per cent of single lymphocytes. */
export interface BloodTruth {
  readonly events: number;
  readonly doublets: number;
  readonly singles: Readonly<Record<BloodKind, number>>;
  readonly lymphocytes: number;
  /** CD4 and CD8: of the CD3+ cells those that carry one of them alone. */
  readonly percent: Readonly<Record<'t' | 'nktLike' | 'nk' | 'b' | 'cd4' | 'cd8', number>>;
}

/** A TBNK tube of lysed whole blood: CD3, CD16+56, CD45, CD4, CD19, CD8, and counting beads. The same order gives the same bytes. */
export function simulateBlood({ seed, events: count, blood }: BloodOrder): {
  readonly content: readonly FcsContent[];
  readonly truth: BloodTruth;
} {
  const random = seedRandom(seed);
  const { events, kinds, partners } = drawBlood({ ...usualBlood, ...blood }, count, random);
  const keywords = new Map([
    ['$COM', 'SIMULATED DATA - computed, not measured; no cells of any person'],
    ['SIMULATED', 'yes'],
    ['SIMULATED SEED', String(seed)],
  ]);
  return { content: recordModern(events, 'tbnk', random, keywords), truth: truthOf(kinds, partners, events.marks) };
}

const cd3: readonly BloodKind[] = ['cd4-t', 'cd8-t', 'other-t', 'nkt-like'];

function truthOf(kinds: Uint8Array, partners: Uint8Array, carried: Uint8Array): BloodTruth {
  const singles = Object.fromEntries(bloodKinds.map((kind) => [kind, 0])) as Record<BloodKind, number>;
  const carriers = { cd4: 0, cd8: 0 };
  let doublets = 0;
  for (const [event, place] of kinds.entries()) {
    const kind = bloodKinds[place]!;
    if (partners[event]! < bloodKinds.length) doublets++;
    else {
      singles[kind]++;
      const both = carried[event]! & (marks.cd4 | marks.cd8);
      if (cd3.includes(kind) && both === marks.cd4) carriers.cd4++;
      if (cd3.includes(kind) && both === marks.cd8) carriers.cd8++;
    }
  }
  const sum = (...parts: readonly BloodKind[]) => parts.reduce((total, part) => total + singles[part], 0);
  const t = sum('cd4-t', 'cd8-t', 'other-t');
  const lymphocytes = t + sum('nkt-like', 'nk', 'b', 'other-lymphocyte');
  const percent = (part: number) => (100 * part) / Math.max(1, lymphocytes);
  return {
    ...{ events: kinds.length, doublets, singles, lymphocytes },
    percent: {
      ...{ t: percent(t), nktLike: percent(singles['nkt-like']), nk: percent(singles.nk), b: percent(singles.b) },
      ...{ cd4: percent(carriers.cd4), cd8: percent(carriers.cd8) },
    },
  };
}

import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import type { CultureId } from '../../test-data/culture-specs.ts';
import type { LotOverride } from '../../test-data/lot.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';
import { type Case, type Panel, panels } from './case.ts';

interface Outsider {
  readonly name: string;
  readonly culture: CultureId;
  readonly panels: readonly Panel[];
  readonly draw: (random: Random) => LotOverride;
}

const from = (panel: Panel): readonly Panel[] => panels.slice(panels.indexOf(panel));

/** Samples of no method: wrong compositions are seen by every panel, wrong markers only by those that measure them. */
const outsiders: readonly Outsider[] = [
  outsider('NK and T product poured together', 'expanded-nk', 'A', (r) => mix(r.between(40, 47), 5, r.between(43, 50))),
  outsider('NK-rich NKT-like', 'cik', 'A', (r) => mix(r.between(35, 50), r.between(36, 46), 8)),
  outsider('NKT-like nearly alone', 'cik', 'A', (r) => mix(2, r.between(82, 94), 4)),
  outsider('mostly CD3-CD56-', 'resting-blood', 'A', (r) => mix(4, 1.5, r.between(6, 25), r.between(60, 72))),
  outsider('CD3 masked in half of the T cells', 'general-method', 'A', (r) => mix(4, 5, r.between(30, 48))),
  outsider('large granular lymphocytosis', 'resting-blood', 'B', (r) => mix(r.between(56, 66), 3, 20, 12)),
  outsider('NKT-like and NK without T', 'expanded-nk', 'A', (r) => mix(r.between(40, 52), r.between(42, 50), 2)),
  outsider('NK product with many CD3-CD56-', 'expanded-nk', 'A', (r) => mix(r.between(40, 52), 3, 4)),
  outsider('resting NK cells, purified', 'resting-blood', 'C', (r) => ({
    ...mix(r.between(80, 92), 2, 5, 1),
    cd69: 4,
    hlaDr: 8,
    blast: 1,
  })),
  outsider('resting T cells, purified', 'resting-blood', 'C', (r) => ({
    ...mix(1, 3, r.between(92, 96), 0.5),
    cd69: 4,
    hlaDr: 6,
    blast: 1,
  })),
  outsider('blood with every T cell activated', 'resting-blood', 'C', () => ({
    cd69: 88,
    hlaDr: 82,
    blast: 1.35,
    nkBlasts: 90,
    tBlasts: 90,
  })),
  outsider('half gamma-delta', 'general-method', 'D', (r) => ({ gammaDelta: r.between(30, 42) })),
];

function outsider(name: string, culture: CultureId, since: Panel, draw: (random: Random) => LotOverride): Outsider {
  return { name, culture, panels: from(since), draw };
}

function mix(nk: number, nktLike: number, t: number, b?: number): LotOverride {
  return { nk, nktLike, t, ...(b === undefined ? {} : { b }) };
}

export const outsiderCount = outsiders.length;

export function simulateOutsider(which: number, number: number, events: number, reference: SampleAnalysis): Case {
  const { name, culture, panels: seen, draw } = outsiders[which]!;
  const random = seedRandom(`classification/out/${name}/${number}`);
  const order = { culture, seed: Math.floor(random.uniform() * 2 ** 31), events, instrument: 'modern', lot: `${name} ${number}` } as const;
  const { content } = simulateSample({ ...order, composition: draw(random) });
  return { name: `${name} #${number}`, kind: 'out', panels: seen, content: content[0]!, reference };
}

import { seedRandom } from '../../test-data/random.ts';
import type { Scene } from '../../test-data/scenes/scene.ts';
import { simulateScene } from '../../test-data/scenes/simulate-scene.ts';
import { type LabelledSample, percentages, type SampleKind, type Scenario, type Shares, sampleKinds } from './labelled-sample.ts';

export interface KindScenario extends Scenario {
  readonly group: SampleKind;
  readonly scene: Scene;
}

const blood = { cells: { culture: 'resting-blood' }, instrument: 'modern' } as const satisfies Scene;
const cultures = ['resting-blood', 'general-method', 'cik', 'expanded-nk'] as const;
const panels = ['full', 'basic'] as const;
const dimPanels = [
  { panel: 'full', gain: 1 },
  { panel: 'full', gain: 10 },
  { panel: 'basic', gain: 10 },
] as const;

export const kindScenarios: readonly KindScenario[] = [
  ...[1200, 2500, 6000].flatMap((dye) =>
    panels.map((panel) =>
      of('monocytes', `dye ${dye}, ${panel} panel`, {
        ...blood,
        panel,
        cells: { culture: 'resting-blood', composition: { monocytes: 24 } },
        monocytes: { dye, glow: 8, cd56: 500 },
      }),
    ),
  ),
  ...([1.4, 1.9] as const).flatMap((forward) =>
    (['resting-blood', 'cik'] as const).map((culture) =>
      of('saturated doublets', `${culture}, scatter x ${forward}`, {
        ...blood,
        cells: { culture, composition: { doublets: 12 } },
        scatter: { forward, side: 2 },
      }),
    ),
  ),
  ...(['forward', 'side', 'both'] as const).flatMap((axes) =>
    [2, 15].map((percent) => of('off-scale piles', `${percent} %, ${axes}`, { ...blood, offScale: { percent, axes } })),
  ),
  ...[1.5, 2.3, 3, 4, 6, 8].flatMap((separation) =>
    [0, 4].flatMap((bright) =>
      dimPanels.map(({ panel, gain }) =>
        of('dim CD56', `${separation} SD, gain ${gain}, ${panel} panel${bright > 0 ? ', rare bright' : ''}`, {
          ...{ instrument: 'modern', panel },
          // light of CD3 spreads T cells over the dim: NKT-like cells are not told from T cells there by anyone
          cells: { culture: 'resting-blood', composition: { nktLike: 0.5 } },
          dimCd56: { separation, bright },
          setting: { range: 2 ** 18, gains: { CD56: gain } },
        }),
      ),
    ),
  ),
  ...[3, 60].flatMap((nk) =>
    [4, 8].map((separation) =>
      of('dim CD56', `${separation} SD, NK ${nk} %`, {
        ...{ instrument: 'modern', panel: 'basic' },
        cells: { culture: 'resting-blood', composition: { nk, nktLike: 0.5, b: 8 } },
        dimCd56: { separation, bright: 0 },
        setting: { range: 2 ** 18, gains: { CD56: 10 } },
      }),
    ),
  ),
  ...(['lysed', 'unlysed'] as const).flatMap((lysis) =>
    panels.map((panel) => of('whole blood', `${lysis}, ${panel} panel`, { cells: { blood: lysis }, instrument: 'modern', panel })),
  ),
  ...(['lymphocytes', 'live'] as const).flatMap((pregated) =>
    cultures.map((culture) => of('pre-gated', `${culture}, ${pregated}`, { ...blood, cells: { culture }, pregated })),
  ),
  ...cultures.map((culture) => of('mass cytometry', culture, { cells: { culture }, instrument: 'mass' })),
  ...[0.1, 0.3, 1, 3, 10].flatMap((gain) =>
    [18, 22].map((bits) =>
      of('gains', `x ${gain}, ${bits} bits`, {
        ...blood,
        setting: { range: 2 ** bits, gains: { CD3: gain, CD56: gain, Viability: gain } },
      }),
    ),
  ),
];

function of(group: SampleKind, name: string, scene: Scene): KindScenario {
  return { name: `${group}: ${name}`, group, source: 'simulation', events: 20_000, plain: true, scene };
}

/** A few of every kind: the first and the last. */
export const fewKinds: readonly KindScenario[] = sampleKinds.flatMap((kind) => {
  const own = kindScenarios.filter(({ group }) => group === kind);
  return [own[0]!, own.at(-1)!];
});

/** Draws a scenario; a repeat is another lot of the same culture. */
export function simulateKind(scenario: KindScenario, repeat: number): LabelledSample {
  const lot = `${scenario.name}/${repeat}`;
  const { scene, events } = scenario;
  const cells = 'culture' in scene.cells ? { ...scene.cells, lot } : scene.cells;
  const seed = Math.floor(seedRandom(lot).uniform() * 2 ** 31);
  const { content, truth } = simulateScene({ ...scene, cells }, seed, events);
  const shares = (of: Readonly<Record<'nk' | 'nkt-like' | 't' | 'neither', number>>): Shares =>
    percentages([of.nk, of['nkt-like'], of.t, of.neither]);
  return { scenario, repeat, content, drawn: shares(truth.drawn), present: shares(truth.counts), labels: truth.kind };
}

import type { Scenario, Shares } from './labelled-sample.ts';

/** What happens to the events of a mixture, in the linear domain. Nothing where absent. */
export interface Disturbance {
  /** Factors on CD3 and CD56, drawn log-uniformly within 1/x to x. */
  readonly gain?: number;
  /** Added to CD3 and CD56, in standard deviations of their negatives, drawn within +-. */
  readonly shift?: number;
  /** Wrong spillover: this share of CD3 added to CD56, and half of it back; drawn within +-. */
  readonly spill?: number;
  /** Factor on the CD56 of NK cells. */
  readonly dim?: number;
  /** Shares of cells that are blasts (FSC x 1.4, SSC x 1.3). */
  readonly blasts?: number;
  /** Per cent of all events. */
  readonly doublets?: number;
  readonly debris?: number;
  readonly dead?: number;
  /** More noise, variance growing with the signal. */
  readonly noise?: number;
}

export interface MixtureScenario extends Scenario {
  readonly shares: Shares;
  readonly disturbance: Disturbance;
}

const shares = (nk: number, nkt: number, t: number): Shares => ({ nk, 'nkt-like': nkt, t, 'double-negative': 100 - nk - nkt - t });

const compositions: readonly (readonly [name: string, group: Scenario['group'], shares: Shares])[] = [
  ['blood NK 12', 'blood', shares(12, 3, 62)],
  ['NK 5', 'blood', shares(5, 2, 75)],
  ['NK 25', 'blood', shares(25, 4, 51)],
  ['NK 50', 'blood', shares(50, 5, 40)],
  ['NK 75', 'blood', shares(75, 5, 17)],
  ['CIK: NKT 40', 'blood', shares(8, 40, 50)],
  ['NK 0.05', 'extreme', shares(0.05, 0, 92)],
  ['NK 0.5', 'extreme', shares(0.5, 1, 90)],
  ['NK 1, T 99', 'extreme', shares(1, 0, 99)],
  ['NK 95', 'extreme', shares(95, 1, 3)],
  ['NK 99', 'extreme', shares(99, 0, 1)],
  ['NK 99.9', 'extreme', shares(99.9, 0, 0.1)],
  ['no NK', 'extreme', shares(0, 0, 80)],
  ['no T', 'extreme', shares(60, 0, 0)],
  ['only NK', 'extreme', shares(100, 0, 0)],
  ['only T', 'extreme', shares(0, 0, 100)],
];

const disturbances: readonly (readonly [name: string, disturbance: Disturbance, hard?: true])[] = [
  ['', {}],
  ['gain', { gain: 1.3 }],
  ['gain 2', { gain: 2 }],
  ['shift and gain', { gain: 1.15, shift: 0.7 }],
  ['spillover 2 %', { spill: 0.02 }],
  ['noise', { noise: 1 }],
  ['dim CD56', { dim: 0.35 }],
  ['blasts', { blasts: 0.4 }],
  ['doublets', { doublets: 6 }],
  ['debris', { debris: 15 }],
  ['dead', { dead: 15 }],
  ['spillover 5 %', { spill: 0.05 }, true],
  ['very dim CD56', { dim: 0.12 }, true],
];

/** All compositions plain and shifted; the balanced ones under every disturbance. */
export const mixtureScenarios: readonly MixtureScenario[] = compositions.flatMap(([composition, group, of]) =>
  disturbances.flatMap(([name, disturbance, hard]): MixtureScenario[] => {
    const widely = group === 'extreme' && !['', 'shift and gain', 'gain', 'gain 2'].includes(name);
    const some = group === 'blood' && name !== '' && !['blood NK 12', 'NK 50', 'CIK: NKT 40'].includes(composition);
    if (widely || some) return [];
    return [
      {
        name: name === '' ? composition : `${composition}, ${name}`,
        group: hard === true ? 'hard' : group,
        source: 'mixture',
        events: 10_000,
        plain: name === '',
        shares: of,
        disturbance,
      },
    ];
  }),
);

import { describe, expect, it } from 'vitest';
import type { PopulationResult } from '../../../../core/statistics/population-result.ts';
import { livePopulations } from '../../../../renderer/store/live-populations.ts';
import type { Drafted, State } from '../../../../renderer/store/state.ts';

const population = (path: string, count: number): PopulationResult => ({
  path,
  name: path.split('/').at(-1)!,
  depth: path === '' ? 0 : path.split('/').length,
  count,
  percentOfParent: undefined,
  percentOfTotal: undefined,
  interval: undefined,
  medians: {},
});
const populations = [population('', 1000), population('Still', 500), population('Held', 100), population('Held/Auto', 40)];
const draft = { tile: 't', gate: { kind: 'rectangle' as const, ranges: [{}] }, dimensions: ['x'], id: 'gate-1' };
const drafted: Drafted = {
  draft,
  counts: new Map([
    ['Held', 200],
    ['Held/Auto', 50],
  ]),
  following: new Set(['Held', 'Held/Auto']),
  anew: new Set(['Held/Auto']),
  pictures: new Map(),
};
const protocol = {};
const metadata = { role: 'sample' };
/** As far as it is looked at. */
const stateOf = (results: { drafted?: Drafted }, view: { draft?: typeof draft } = {}, made: object = protocol): State =>
  ({
    session: { history: { present: { protocol, samples: [], overrides: [] } } },
    results: {
      samples: new Map([
        ['s', { key: 's', sha256: 'a', facts: { metadata }, analysis: { value: { populations }, protocol: made, metadata, sha256: 'a' } }],
      ]),
      ...results,
    },
    view: { selected: 's', ...view },
  }) as unknown as State;
const shown = (state: State) =>
  livePopulations(state).map(({ path, count, standing, percentOfParent }) => [path, count, standing, percentOfParent] as const);

describe('numbers of a held gate', () => {
  it('are exact where all events were counted, and about so below an automatic gate that is found anew', () => {
    expect(shown(stateOf({ drafted }, { draft }))).toEqual([
      ['', 1000, 'exact', undefined],
      ['Still', 500, 'exact', undefined],
      ['Held', 200, 'exact', 20],
      ['Held/Auto', 50, 'about', 25],
    ]);
  });
  it('are about so where only the first events were looked at; what no move changes stays exact', () => {
    const about = shown(stateOf({ drafted: { ...drafted, first: 100 } }, { draft }));
    expect(about.map(([, , standing]) => standing)).toEqual(['exact', 'exact', 'about', 'about']);
  });
  it('stand as exact once let go of, while those of automatic gates below are awaited', () => {
    const old = {};
    const standings = shown(stateOf({ drafted }, {}, old)).map(([, , standing]) => standing);
    expect(standings).toEqual(['exact', 'exact', 'exact', 'awaited']);
    const behind = shown(stateOf({ drafted: { ...drafted, isBehind: true } }, {}, old)).map(([, , standing]) => standing);
    expect(behind).toEqual(['exact', 'exact', 'awaited', 'awaited']);
  });
  it('of before are never shown as those of a gate that has moved', () => {
    expect(shown(stateOf({}, { draft })).map(([, , standing]) => standing)).toEqual(populations.map(() => 'awaited'));
    expect(shown(stateOf({}, {}, {})).map(([, , standing]) => standing)).toEqual(populations.map(() => 'awaited'));
    expect(shown(stateOf({})).map(([, , standing]) => standing)).toEqual(populations.map(() => 'exact'));
  });
});

import { add, emptyMask } from '../../../../../core/data/events/bitmask.ts';
import type { GatingCheckInput } from '../../../../../core/gating/checks/gating-check.ts';
import type { Population } from '../../../../../core/gating/strategy/population.ts';
import { seedRandom } from '../../../../../test-data/random.ts';

/** Cells on the display scale, already gated: what each part is, and where it stands on the channels. */
export interface Cells {
  readonly role: 'nk' | 'nkt-like' | 't' | 'double-negative' | 'outside' | 'dead';
  readonly events: number;
  readonly at: { readonly [channel: string]: readonly [mean: number, spread: number] };
}

const usual = { FSC: [0.3, 0.03], SSC: [0.15, 0.02], CD3: [0.2, 0.04], CD56: [0.2, 0.04] } as const;
const [xCut, yCut] = [0.4, 0.4];

/** Populations as a strategy would give them: singlets, live, lymphocytes, the four parts. `outside`: live, not in the scatter gate. */
export function gated(
  cells: readonly Cells[],
  options: { readonly viability?: boolean; readonly singletsOf?: number } = {},
): GatingCheckInput {
  const random = seedRandom(7);
  const total = cells.reduce((sum, { events }) => sum + events, 0);
  const names = [...new Set(['FSC', 'SSC', 'CD3', 'CD56', ...cells.flatMap(({ at }) => Object.keys(at))])];
  const columns = new Map(names.map((name) => [name, new Float64Array(total)]));
  const masks = {
    live: emptyMask(total),
    lymphocytes: emptyMask(total),
    nk: emptyMask(total),
    'nkt-like': emptyMask(total),
    t: emptyMask(total),
    'double-negative': emptyMask(total),
  };
  const counts = { live: 0, lymphocytes: 0, nk: 0, 'nkt-like': 0, t: 0, 'double-negative': 0 };
  let event = 0;
  const put = (role: keyof typeof masks) => {
    add(masks[role], event);
    counts[role]++;
  };
  for (const { role, events, at } of cells)
    for (let i = 0; i < events; i++, event++) {
      for (const name of names) {
        const [mean, spread] = at[name] ?? usual[name as keyof typeof usual] ?? [0.2, 0.04];
        columns.get(name)![event] = mean + spread * random.normal();
      }
      if (role !== 'dead') put('live');
      if (role !== 'dead' && role !== 'outside') {
        put('lymphocytes');
        put(role);
      }
    }
  const all: Population = { path: '', name: '', depth: 0, members: emptyMask(total), count: options.singletsOf ?? total };
  const singlets: Population = {
    path: 'S',
    name: 'S',
    depth: 1,
    members: emptyMask(total),
    count: total,
    parent: all,
    placed: step('singlets'),
  };
  const under = options.singletsOf === undefined ? all : singlets;
  const live: Population = {
    path: 'L',
    name: 'L',
    depth: 2,
    members: masks.live,
    count: counts.live,
    parent: under,
    ...(options.viability === false ? {} : { role: 'live' }),
  };
  const lymphocytes: Population = {
    path: 'Y',
    name: 'Y',
    role: 'lymphocytes',
    depth: 3,
    members: masks.lymphocytes,
    count: counts.lymphocytes,
    parent: live,
  };
  const parts = (['nk', 'nkt-like', 't', 'double-negative'] as const).map(
    (role, part): Population => ({
      path: role,
      name: role,
      role,
      depth: 4,
      members: masks[role],
      count: counts[role],
      parent: lymphocytes,
      placed: { ...step('four-way'), part },
    }),
  );
  const populations = [all, ...(options.singletsOf === undefined ? [] : [singlets]), live, lymphocytes, ...parts];
  return { populations, scaled: (id) => columns.get(id), linear: (id) => columns.get(`linear ${id}`) };
}

const step = (name: string) => ({
  dimensions: ['CD3', 'CD56'],
  gate: { kind: 'quadrant' as const, x: xCut, y: [yCut, yCut] as [number, number] },
  part: 0,
  automatic: { step: name, light: 'green' as const, evidence: [] },
});

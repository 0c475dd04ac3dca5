import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import { simulateAtl } from '../../test-data/simulate-atl.ts';
import type { Donor } from '../autogating/donor.ts';

/** Events with CD7 and CADM1 into which leukaemic cells are put: how many, and which events they are. */
export interface SpikedTube {
  readonly content: readonly FcsContent[];
  readonly spiked: number;
}

/** Where events come from; `residual` is a share of the live cells. */
export interface Base {
  readonly name: string;
  readonly spike: (residual: number, seed: number) => SpikedTube;
}

export const simulatedBase = (events: number): Base => ({
  name: 'simulated expanded NK cells',
  spike(residual, seed) {
    const { content, truth } = simulateAtl({ culture: 'expanded-nk', seed, events, residual });
    return { content, spiked: truth.residual };
  },
});

/** Levels of the drawn columns on the scale of the donors' files, and the deviation of what does not carry the marker. */
const cd7 = { median: 20_000, spread: 0.16 };
const cadm1 = { median: 30_000, spread: 0.18 };
const negativeSpread = 600;
const withoutCd7 = 0.06;
const cd3Dim = 0.5;

/** The real events of a donor; CD7 and CADM1 are drawn, and leukaemic cells are its CD4+ T cells with less CD3. */
export const donorBase = (donor: Donor): Base => ({
  name: `${donor.name}, CD7 and CADM1 drawn`,
  spike: (residual, seed) => spikeDonor(donor, residual, seedRandom(`${donor.name}/${seed}`)),
});

const channelIds = ['FSC-A', 'FSC-H', 'SSC', 'Viability', 'CD3', 'CD4', 'CD8'] as const;

function spikeDonor({ columns, markers, pools }: Donor, residual: number, random: Random): SpikedTube {
  const count = columns.CD3.length;
  const helpers = pools.t.filter((event) => columns.CD4[event]! > 10_000);
  const live = pools.t.length + pools.nk.length + pools.other.length;
  const wanted = Math.min(helpers.length, Math.round(residual * live));
  for (let i = 0; i < wanted; i++) {
    const place = i + Math.floor(random.uniform() * (helpers.length - i));
    [helpers[i], helpers[place]] = [helpers[place]!, helpers[i]!];
  }
  const spiked = new Set(helpers.slice(0, wanted));
  const lymphoid = new Set([...pools.t, ...pools.nk]);
  const negative = () => negativeSpread * random.normal();
  const positive = ({ median, spread }: typeof cd7) => random.around(median, spread) + negative();
  const isHelper = new Set(helpers);
  const drawn = { cd7: new Float32Array(count), cadm1: new Float32Array(count), cd3: Float32Array.from(columns.CD3) };
  for (let event = 0; event < count; event++) {
    const isSpiked = spiked.has(event);
    const carries = lymphoid.has(event) && !isSpiked && !(isHelper.has(event) && random.chance(withoutCd7));
    drawn.cd7[event] = carries ? positive(cd7) : negative();
    drawn.cadm1[event] = isSpiked ? positive(cadm1) : negative();
    if (isSpiked) drawn.cd3[event] = drawn.cd3[event]! * cd3Dim;
  }
  const range = 4_194_304;
  const own = channelIds.map((id) => ({ ...markers[id], bits: 32, range }));
  const content: FcsContent = {
    ...{ version: 'FCS3.1', datatype: 'F', byteOrder: 'little', eventCount: count },
    channels: [
      { name: 'Time', bits: 32, range },
      ...own,
      { name: 'CD7-A', marker: 'CD7', bits: 32, range },
      { name: 'CADM1-A', marker: 'CADM1', bits: 32, range },
    ],
    columns: [
      Float32Array.from({ length: count }, (_, event) => event * 0.5),
      ...channelIds.map((id) => (id === 'CD3' ? drawn.cd3 : Float32Array.from(columns[id], (value) => Math.min(range - 1, value)))),
      drawn.cd7,
      drawn.cadm1,
    ],
    keywords: new Map([['$TIMESTEP', '0.001']]),
  };
  return { content: [content], spiked: wanted };
}

import type { Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readSample } from '../../core/study/sample/raw-sample.ts';

/** Channels that a mixture carries, by panel id. */
export const mixedChannels = ['FSC-A', 'FSC-H', 'SSC', 'CD3', 'CD56', 'CD16', 'CD4', 'CD8', 'Viability'] as const;
type MixedChannel = (typeof mixedChannels)[number];

/** Files of the corpus, in its folder DavidRach-Luciernaga. */
export const donorFiles = ['INF149_Ctrl_Tetramer_Unmixed.fcs', 'INF179_Ctrl_Tetramer_Unmixed.fcs'] as const;

/** Real events of one donor, sorted into purified pools: numbers of events by kind. Values are linear. */
export interface Donor {
  readonly name: string;
  readonly columns: { readonly [C in MixedChannel]: Float64Array };
  readonly markers: { readonly [C in MixedChannel]: { readonly name: string; readonly marker?: string } };
  readonly pools: { readonly nk: readonly number[]; readonly t: readonly number[]; readonly other: readonly number[] };
  readonly dead: readonly number[];
  readonly debris: readonly number[];
}

/**
 * Reads a donor. Cores of populations are taken by fixed lines on the linear scale and by more markers than the gates see
 * (T cells carry CD4 or CD8), so that no label comes from the method under test.
 */
export async function readDonor(name: string, bytes: Uint8Array, protocol: Protocol, host: Host): Promise<Donor> {
  const raw = await readSample(bytesSource(name, bytes), host);
  const prepared = prepareSample(raw, protocol, host.pool);
  const channelOf = (id: MixedChannel) => {
    const channel = prepared.channel(id);
    if (channel === undefined) throw new Error(`${name} has no ${id}`);
    return channel;
  };
  const columns = fill((id) => Float64Array.from(prepared.columns.linear(channelOf(id).index).flatMap((part) => [...part])));
  const markers = fill((id) => {
    const { name: channel, marker } = channelOf(id).used;
    return marker === undefined ? { name: channel } : { name: channel, marker };
  });
  prepared.release();
  raw.table.release();
  return { name, columns, markers, ...sort(columns) };
}

const fill = <T>(make: (id: MixedChannel) => T): { readonly [C in MixedChannel]: T } =>
  Object.fromEntries(mixedChannels.map((id) => [id, make(id)])) as { readonly [C in MixedChannel]: T };

/** Forward and side scatter of lymphocytes as a person drew them for both donors, as shares of the scale. */
const lymphoid: readonly (readonly [number, number])[] = [
  [0.238, 0.119],
  [0.31, 0.095],
  [0.429, 0.167],
  [0.477, 0.286],
  [0.465, 0.429],
  [0.381, 0.465],
  [0.286, 0.381],
  [0.238, 0.262],
];

function isLymphoid(x: number, y: number): boolean {
  let inside = false;
  lymphoid.forEach(([ax, ay], i) => {
    const [bx, by] = lymphoid.at(i - 1)!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/** The lines lie in empty places between the populations of both donors. */
function sort(columns: Donor['columns']): Pick<Donor, 'pools' | 'dead' | 'debris'> {
  const pools = { nk: [] as number[], t: [] as number[], other: [] as number[] };
  const dead: number[] = [];
  const debris: number[] = [];
  const full = 4_194_304;
  for (let event = 0; event < columns.CD3.length; event++) {
    const at = (id: MixedChannel) => columns[id][event]!;
    const size = at('FSC-A') / full;
    if (size < 0.12) {
      debris.push(event);
      continue;
    }
    const single = at('FSC-H') > 0.86 * at('FSC-A');
    if (!single || !isLymphoid(size, at('SSC') / full)) continue;
    if (at('Viability') > 10_000) dead.push(event);
    if (at('Viability') > 3000) continue;
    const lineage = at('CD4') > 10_000 || at('CD8') > 10_000;
    if (at('CD3') > 5000 && at('CD56') < 3000 && lineage) pools.t.push(event);
    else if (at('CD3') < 2500 && at('CD56') > 6000) pools.nk.push(event);
    else if (at('CD3') < 2500 && at('CD56') < 2000) pools.other.push(event);
  }
  return { pools, dead, debris };
}

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { type Bitmask, has } from '../../core/data/events/bitmask.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { gateSample } from '../../core/study/sample/gate-sample.ts';
import { readTable } from '../../core/study/sample/raw-sample.ts';
import { withSample } from '../../core/study/sample/with-sample.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { isInside } from '../fixtures/in-polygon.ts';
import { corpusFile, sharedFolder } from '../shared-data.ts';

/** A gate that a person drew; `cx` and `cy`: its edges are straight on arcsinh(value / c). */
interface HandGate {
  readonly id: string;
  readonly parent: string | null;
  readonly x?: string;
  readonly y?: string;
  readonly cx?: number | null;
  readonly cy?: number | null;
  readonly poly?: readonly (readonly [number, number])[];
  readonly range?: { readonly [channel: string]: readonly [number | null, number | null] };
}
interface HandFile {
  readonly path: string;
  readonly gating: { readonly a: readonly HandGate[] };
  readonly result: { readonly [reader: string]: { readonly counts: { readonly [id: string]: number } } };
}
const handFile = path.join(sharedFolder, 'handgates', 'handgates.json');
const files: readonly HandFile[] = existsSync(handFile) ? JSON.parse(readFileSync(handFile, 'utf8')).files : [];
const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host = { pool: createPool(), createHash: createSha256 };

/** Which events a person's gates hold. */
async function drawnBy(gates: readonly HandGate[], name: string, bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const { dataset, table } = await readTable(bytesSource(name, bytes), host.pool, {});
  const column = (id: string) => {
    const channel = dataset.channels.find((one) => one.marker === id || one.name === id);
    return table.shards[0]!.columns[channel!.index - 1]!;
  };
  const on = (value: number, cofactor: number | null | undefined) => (cofactor == null ? value : Math.asinh(value / cofactor));
  const drawn = new Map<string, Uint8Array>();
  for (const { id, parent, x, y, cx, cy, poly, range = {} } of gates) {
    const above = parent === null ? undefined : drawn.get(parent);
    const vertices = poly?.map(([a, b]): [number, number] => [on(a, cx), on(b, cy)]);
    const bounds = Object.entries(range).map(([channel, [low, high]]) => ({ values: column(channel), low, high }));
    drawn.set(
      id,
      Uint8Array.from({ length: table.eventCount }, (_, event) => {
        if (above !== undefined && above[event] === 0) return 0;
        if (vertices !== undefined) return Number(isInside(vertices, on(column(x!)[event]!, cx), on(column(y!)[event]!, cy)));
        return Number(
          bounds.every(({ values, low, high }) => (low === null || values[event]! >= low) && (high === null || values[event]! < high)),
        );
      }),
    );
  }
  table.release();
  return drawn;
}

/** What of a person's gate is found, and what of the found is the person's; in percent. */
function agreement(own: Bitmask, drawn: Uint8Array) {
  let [both, mine, theirs] = [0, 0, 0];
  for (const [event, is] of drawn.entries()) {
    const found = has(own, event);
    if (found) mine++;
    if (is === 1) theirs++;
    if (found && is === 1) both++;
  }
  return { recall: (100 * both) / theirs, purity: (100 * both) / mine };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(files.length === 0)('gates that a person drew on real cells', () => {
  it.each(files.map((file) => [path.basename(file.path), file] as const))('%s', async (name, { gating, result }) => {
    const bytes = readFileSync(corpusFile(`DavidRach-Luciernaga/${name}`));
    const drawn = await drawnBy(gating.a, name, bytes);
    await withSample(bytesSource(name, bytes), protocol, host, {}, async (sample) => {
      const { gated } = await gateSample(sample, protocol, { absent: 'skip' });
      const of = (role: string) => gated.populations.find((population) => population.role === role)!;
      const lymphocytes = of('lymphocytes');
      const share = (role: string) => (100 * of(role).count) / lymphocytes.count;
      const readers = Object.values(result).map(({ counts }) => counts);
      const drawnShare = (id: string) => mean(readers.map((counts) => (100 * counts[id]!) / counts['lymph']!));
      expect(Math.abs(share('nk') - drawnShare('NK'))).toBeLessThan(2);
      expect(Math.abs(share('t') - drawnShare('T'))).toBeLessThan(2);
      expect(Math.abs(lymphocytes.count / mean(readers.map((counts) => counts['lymph']!)) - 1)).toBeLessThan(0.1);
      for (const [role, id] of [
        ['nk', 'NK'],
        ['t', 'T'],
      ] as const) {
        const { recall, purity } = agreement(of(role).members, drawn.get(id)!);
        expect(recall, `recall of ${id}`).toBeGreaterThan(85);
        expect(purity, `purity of ${id}`).toBeGreaterThan(85);
        // a person's number lies within the interval
        const { low, high } = of(role).placed!.automatic!.estimate!;
        expect(drawnShare(id)).toBeGreaterThan(low);
        expect(drawnShare(id)).toBeLessThan(high);
      }
      expect(agreement(gated.populations[1]!.members, drawn.get('singlets')!).recall).toBeGreaterThan(95);
      const live = agreement(of('live').members, drawn.get('lymphScatter')!);
      const drawnLive = (100 * result['a']!.counts['lymph']!) / result['a']!.counts['lymphScatter']!;
      expect(Math.abs(live.recall - drawnLive)).toBeLessThan(5);
      expect(of('nk').light).not.toBe('red');
    });
  });
});

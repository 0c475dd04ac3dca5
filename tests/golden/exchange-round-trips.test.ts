import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { exportWorkspace } from '../../core/exchange/flowjo/export-workspace.ts';
import { readWorkspace } from '../../core/exchange/flowjo/read-workspace.ts';
import { differFromStored } from '../../core/exchange/flowjo/stored-counts.ts';
import type { WorkspaceSample } from '../../core/exchange/flowjo/workspace.ts';
import { explicitStrategy } from '../../core/exchange/formats/explicit-strategy.ts';
import { readStrategy } from '../../core/exchange/formats/read-strategy.ts';
import { writeGatingMl } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import { type ImportedStrategy, protocolOfStrategy } from '../../core/exchange/strategy/imported-strategy.ts';
import { type Protocol, parseProtocol } from '../../core/study/protocol/protocol.ts';
import { gateFileBy } from '../../core/study/sample/gate-by-strategy.ts';
import { createSha256 } from '../../headless/host/host.ts';
import { seedRandom } from '../../test-data/random.ts';
import { lintWorkspace } from '../fixtures/flowjo-linter.ts';
import { corpusFile, hasShared, sharedFolder } from '../shared-data.ts';

/*
 * What goes out and comes back is counted alike and, once more out and back, is the same; every workspace that goes out keeps the rules of FlowJo
 * that are known.
 */

const formats = ['.xml', '.wsp'] as const;
const host = () => ({ pool: createMemoryPool(2 ** 30), createHash: createSha256 });

/** A strategy over a file: as it stands there, written, and counted. */
async function written(name: string, bytes: Uint8Array, protocol: Protocol | ImportedStrategy, format: (typeof formats)[number]) {
  const chosen = 'panel' in protocol ? protocol : protocolOfStrategy('imported', protocol);
  return gateFileBy(
    bytesSource(name, bytes),
    host(),
    {},
    () => ({ protocol: chosen }),
    ({ gated, prepared, results }) => {
      const counts = new Map(results.exact.map(({ path: population, count }) => [population, count]));
      const strategy = explicitStrategy(chosen, prepared, gated.exact);
      const { dataset } = prepared.raw;
      const { text, notes } =
        format === '.xml' ? writeGatingMl(strategy) : exportWorkspace([{ name, uri: name, dataset, strategy, counts }]);
      const read = readStrategy(new TextEncoder().encode(text), `export${format}`, dataset, { file: name });
      return { text, notes, counts, protocol: read.protocol };
    },
  );
}

/** Counts by the last name of a path, where it stands once: combinations may stand deeper. */
function byName(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const found = new Map<string, number[]>();
  for (const [population, count] of counts) {
    const name = population.slice(population.lastIndexOf('/') + 1);
    found.set(name, [...(found.get(name) ?? []), count]);
  }
  return new Map([...found].flatMap(([name, list]) => (list.length === 1 ? [[name, list[0]!] as const] : [])));
}

async function roundTrip(name: string, bytes: Uint8Array, protocol: Protocol | ImportedStrategy, format: (typeof formats)[number]) {
  const first = await written(name, bytes, protocol, format);
  const second = await written(name, bytes, first.protocol, format);
  const third = await written(name, bytes, second.protocol, format);
  const lost = first.notes.filter(({ code }) => code === 'population-unrepresentable').map(({ about }) => about);
  const wanted = byName(first.counts);
  const came = byName(second.counts);
  const differing = [...wanted].filter(([population, count]) => came.has(population) && differFromStored(count, [came.get(population)!]));
  expect(differing.map(([population, count]) => `${population}: ${count}, then ${came.get(population)}`)).toEqual([]);
  const absent = [...wanted.keys()].filter((population) => !came.has(population));
  expect(absent.filter((population) => !lost.some((about) => about.includes(population)))).toEqual([]);
  expect([...third.counts]).toEqual([...second.counts]);
  expect(third.protocol).toEqual(second.protocol);
  if (format === '.wsp')
    for (const { text, notes } of [first, second])
      expect(lintWorkspace(text, { combinations: notes.filter(({ code }) => code === 'boolean-kept').length })).toEqual([]);
  return { lost };
}

const protocols = readdirSync('core/study/protocol').filter((file) => file.endsWith('.json'));
const protocolFrom = (file: string): Protocol => parseProtocol(readFileSync(`core/study/protocol/${file}`, 'utf8'));
const samples = ['simulated-expanded-nk.fcs', 'simulated-resting-blood.fcs'];

describe('shipped protocols go out and come back', () => {
  const cases = protocols.flatMap((protocol) => samples.flatMap((sample) => formats.map((format) => ({ protocol, sample, format }))));
  it.each(cases)('$protocol on $sample as $format', async ({ protocol, sample, format }) => {
    const { lost } = await roundTrip(sample, readFileSync(`test-data/samples/${sample}`), protocolFrom(protocol), format);
    expect(lost).toEqual([]);
  });
});

const workspaces = hasShared
  ? readdirSync(path.join(sharedFolder, 'flowjo'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.wsp'))
  : [];
const dataOf = (file: string): string | undefined =>
  file.startsWith('line') ? 'data_set_simple_line_100.fcs' : file.startsWith('diamond') ? 'test_data_diamond_01.fcs' : undefined;

/** Events for a sample whose file is not here: scatter that goes together, colours over all of their channels, below 0 and beyond their tops. */
function standIn({ keywords, name, transforms }: WorkspaceSample): Uint8Array {
  const values = new Map(keywords);
  const random = seedRandom(name);
  const eventCount = 20_000;
  const channels = Array.from({ length: Number(values.get('$PAR') ?? 0) }, (_, i) => values.get(`$P${i + 1}N`) ?? '')
    .filter((channel) => channel !== '' && !/^Comp-/.test(channel))
    .map((channel) => ({ name: channel, bits: 32, range: 262_144 }));
  const sizes = Float32Array.from({ length: eventCount }, () => random.between(20_000, 180_000));
  const columns = channels.map(({ name: of }) =>
    Float32Array.from({ length: eventCount }, (_, event) => {
      if (/^time$/i.test(of)) return event;
      if (/^FSC/.test(of)) return sizes[event]! * random.between(0.9, 1.02);
      if (random.chance(0.1)) return random.between(-2_000, 300_000);
      return 10 ** random.between(1, 5.4) - random.between(0, 200);
    }),
  );
  const step = [...transforms.values()].find((scale) => scale.step !== undefined)?.step ?? 0.01;
  const spill = values.get('SPILL') ?? values.get('$SPILLOVER');
  const kept: [string, string][] = [['$TIMESTEP', String(step)], ...(spill === undefined ? [] : [['SPILL', spill] as [string, string]])];
  return encodeFcs([{ version: 'FCS3.1', datatype: 'F', byteOrder: 'little', eventCount, channels, columns, keywords: new Map(kept) }]);
}

describe.runIf(hasShared)('shared workspaces go out and come back', () => {
  const cases = workspaces.flatMap((file) => formats.map((format) => ({ file, format })));
  it.each(cases)(
    '$file as $format',
    async ({ file, format }) => {
      const { samples: all } = readWorkspace(readFileSync(path.join(sharedFolder, 'flowjo', file), 'utf8'));
      const data = dataOf(file);
      // copies of a strategy over several samples say the same
      const own = all.filter(({ imported }) => imported.strategy.length > 0).slice(0, 2);
      for (const sample of own) {
        const bytes = data === undefined ? standIn(sample) : readFileSync(corpusFile(`whitews-FlowKit/${data}`));
        expect((await roundTrip('sample.fcs', bytes, sample.imported, format)).lost).toEqual([]);
      }
    },
    60_000,
  );
});

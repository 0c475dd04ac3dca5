import { expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { has } from '../../core/data/events/bitmask.ts';
import type { FcsDataset } from '../../core/data/fcs/fcs-file.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { exportWorkspace } from '../../core/exchange/flowjo/export-workspace.ts';
import { withoutCombinations } from '../../core/exchange/flowjo/plain-combinations.ts';
import { readStrategy } from '../../core/exchange/formats/read-strategy.ts';
import { readGatingMl } from '../../core/exchange/gating-ml/read-gating-ml.ts';
import { writeGatingMl } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import { protocolOfStrategy } from '../../core/exchange/strategy/imported-strategy.ts';
import { decodeXml } from '../../core/exchange/xml/decode.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { gateFileBy } from '../../core/study/sample/gate-by-strategy.ts';
import { createSha256 } from '../../headless/host/host.ts';
import { seedRandom } from '../../test-data/random.ts';
import { lintWorkspace } from '../fixtures/flowjo-linter.ts';
import { builtKernels } from '../kernel-module.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { drawDocument, drawFile, spillOf } from './documents/draw.ts';
import { type FileModel, LOG_RANGE } from './documents/model.ts';
import { type Membership, plainMembers } from './documents/plain-definition.ts';
import { writeDocument } from './documents/write.ts';

/*
 * Documents drawn at random (bounds, edges, ratios, matrices, nesting, names, encodings) hold, event by event, what the standard's words say, by the
 * compiled kernels and without; so does what is written from them. A workspace of them keeps FlowJo's rules. `npm run prove -- documents` does ten rounds.
 */

const DOCUMENTS = 200;
const kernels = builtKernels();

function encode(file: FileModel): Uint8Array {
  const { channels, columns, eventCount, timeStep } = file;
  const isInteger = channels.some(({ decades }) => decades > 0);
  return encodeFcs([
    {
      version: 'FCS3.1',
      datatype: isInteger ? 'I' : 'F',
      byteOrder: 'little',
      eventCount,
      channels: channels.map(({ name, gain, decades }) => ({
        name,
        bits: 32,
        range: isInteger ? LOG_RANGE : 262_144,
        ...(gain === 1 ? {} : { gain }),
        ...(decades > 0 ? { amplification: { decades, offset: 1 } } : {}),
      })),
      columns: columns.map((column) => (isInteger ? Uint32Array.from(column) : Float32Array.from(column))),
      keywords: new Map([
        ['$TIMESTEP', String(timeStep)],
        ['$SPILLOVER', spillOf(file)],
      ]),
    },
  ]);
}

/** One letter an event and population, by its last name. */
async function membersOf(file: Uint8Array, document: Uint8Array | Protocol, isCompiled: boolean) {
  const pool = isCompiled ? createMemoryPool(2 ** 28, kernels) : createMemoryPool(2 ** 28);
  const choose = (dataset: FcsDataset) =>
    document instanceof Uint8Array ? readStrategy(document, 'drawn.xml', dataset, { file: 'drawn.fcs' }) : { protocol: document };
  return gateFileBy(bytesSource('drawn.fcs', file), { pool, createHash: createSha256 }, {}, choose, ({ gated, raw }) => {
    const { populations, refused } = gated.exact;
    const members = populations.slice(1).map(({ name, members: held }) => {
      const letters = Array.from({ length: raw.dataset.eventCount }, (_, event) => has(held, event));
      return [name, letters] as const;
    });
    const byPath = new Map(populations.slice(1).map(({ path, members: held }) => [path, [...held].join()]));
    return {
      members: new Map(members),
      byPath,
      refused: refused.map(({ path, problem }) => `${path}: ${problem.message}`),
      dataset: raw.dataset,
    };
  });
}

function differences(
  expected: ReadonlyMap<string, readonly Membership[]>,
  found: ReadonlyMap<string, readonly boolean[]>,
): readonly string[] {
  return [...expected].flatMap(([name, letters]) => {
    const own = found.get(name);
    if (own === undefined) return [`${name.slice(0, 40)}: not there`];
    const wrong = letters.flatMap((letter, event) =>
      letter !== 'near' && (letter === 'in') !== own[event] ? [`${event} is ${letter}`] : [],
    );
    return wrong.length === 0 ? [] : [`${name.slice(0, 40)}: ${wrong.slice(0, 5).join(', ')} (${wrong.length} events)`];
  });
}

it(`drawn documents hold what the standard says (seed ${proofSeed})`, async () => {
  let events = 0;
  for (let i = 0; i < DOCUMENTS; i++) {
    const random = seedRandom(`${proofSeed}/${i}`);
    const file = drawFile(random);
    const model = drawDocument(random, file);
    const document = writeDocument(model, random);
    const [bytes, expected] = [encode(file), plainMembers(model, file)];
    const found = await membersOf(bytes, document, i % 2 === 0);
    const at = `document ${i} of seed ${proofSeed}`;
    expect(found.refused, at).toEqual([]);
    expect(differences(expected, found.members), at).toEqual([]);
    const strategy = readGatingMl(decodeXml(document));
    const { text, notes } = writeGatingMl(strategy);
    expect(notes, at).toEqual([]);
    const again = await membersOf(bytes, new TextEncoder().encode(text), i % 2 === 1);
    expect([...again.members], at).toEqual([...found.members]);
    // gates within gates, as FlowJo 11 needs them, for combinations
    const plain = withoutCombinations(strategy.strategy);
    const nested = await membersOf(bytes, protocolOfStrategy('nested', { ...strategy, strategy: plain.strategy }), i % 3 === 0);
    for (const [before, after] of plain.moved) expect(nested.byPath.get(after) === found.byPath.get(before), `${at}: ${before}`).toBe(true);
    expect(plain.moved.size, at).toBe(found.byPath.size);
    const workspace = exportWorkspace([{ name: 'drawn.fcs', uri: 'drawn.fcs', dataset: found.dataset, strategy, counts: new Map() }]);
    const combinations = workspace.notes.filter(({ code }) => code === 'boolean-kept').length;
    expect(lintWorkspace(workspace.text, { combinations }), at).toEqual([]);
    events += [...expected.values()].flat().filter((letter) => letter !== 'near').length;
    countForProof('populations', expected.size);
  }
  countForProof('documents', DOCUMENTS);
  countForProof('memberships', events);
}, 240_000);

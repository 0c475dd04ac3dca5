import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import type { FcsDataset } from '../../core/data/fcs/fcs-file.ts';
import { exportWorkspace } from '../../core/exchange/flowjo/export-workspace.ts';
import { explicitStrategy } from '../../core/exchange/formats/explicit-strategy.ts';
import { readStrategy } from '../../core/exchange/formats/read-strategy.ts';
import { writeGatingMl } from '../../core/exchange/gating-ml/write-gating-ml.ts';
import { indexStrategy } from '../../core/gating/strategy/edit-tree.ts';
import { currentOverrides } from '../../core/study/overrides/override-book.ts';
import { gatesOfPersons } from '../../core/study/overrides/placed-gates.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { gateFileBy } from '../../core/study/sample/gate-by-strategy.ts';
import { gatingGroupOf, isInGroup, membersOf } from '../../core/study/session/document/group-members.ts';
import { sessionOf } from '../../core/study/session/history.ts';
import { protocolOf } from '../../core/study/session/session-strategy.ts';
import { openSession, serialiseSession } from '../../core/study/session/session-text.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { begun, dayOf, done, edit } from '../unit/core/study/session/group-histories.ts';
import { node, small } from '../unit/core/study/session/session-support.ts';

/* Whatever groups and versions of single samples there are: a sample has one gating group, nearest wins, and everybody gates it alike. */

describe('groups, whatever they are', () => {
  const six = [1, 2, 3, 4, 5, 6].map(dayOf);
  it('gate each sample by the nearest: its own gate, else its one gating group’s, else that of all', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const history = done(begun(small, six), edits);
        const document = history.present;
        for (const one of document.samples) {
          // by the definition, without what was kept from before
          const of = document.groups.filter(({ kind }) => kind === 'gating').find((held) => isInGroup(held, one));
          expect(gatingGroupOf(document, one)).toBe(of);
          expect(document.groups.filter((held) => held.kind === 'gating' && membersOf(document, held).includes(one)).length).toBe(
            of ? 1 : 0,
          );
          const protocol = protocolOf(document, one);
          for (const { node: found } of indexStrategy(document.protocol.strategy).gates) {
            const own = document.overrides.find((placed) => placed.gate === found.id && placed.sha256 === one.file.sha256);
            const ofGroup = of?.own?.gates?.find((placed) => placed.gate === found.id);
            const standing = indexStrategy(protocol.strategy).gates.find((at) => at.node.id === found.id)?.node;
            expect(standing?.gate).toEqual((own ?? ofGroup)?.to ?? found.gate);
            expect(standing?.own?.group).toBe(own === undefined && ofGroup ? of?.name : undefined);
          }
          expect(protocol.compensation).toEqual(of?.own?.compensation ?? document.protocol.compensation);
          expect(protocol.transforms['CD3'] ?? null).toEqual(of?.own?.transforms?.['CD3'] ?? document.protocol.transforms['CD3'] ?? null);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are the same in the saved session, and in what persons decided for batches', () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const history = done(begun(small, six), edits);
        const document = history.present;
        const { session, trust } = openSession(serialiseSession(sessionOf(history)));
        expect(trust.findings).toEqual([]);
        const { placed } = gatesOfPersons(history);
        const entries = placed.map((entry) => ({ ...entry, protocolSha256: '0'.repeat(64), version: 1 }));
        const book = { format: 'lymphoscope-overrides' as const, version: 1 as const, entries };
        for (const [i, one] of document.samples.entries()) {
          const protocol = protocolOf(document, one);
          expect(protocolOf(session, session.samples[i] ?? one)).toEqual(protocol);
          const key = { sha256: one.file.sha256, dataset: one.file.dataset, protocolSha256: '0'.repeat(64) };
          const decided = [...currentOverrides(book, key)].map(([population, { to }]) => [population, to]);
          const own = indexStrategy(protocol.strategy).populations.flatMap(({ path, gate: at }) => (at.own ? [[path, at.gate]] : []));
          expect(new Map(decided as never)).toEqual(new Map(own as never));
        }
      }),
      { numRuns: 100 },
    );
  });
});

const file = 'simulated-resting-blood.fcs';
const bytes = readFileSync(new URL(`../../test-data/samples/${file}`, import.meta.url));
const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };

const readAs = (text: string, ending: string, dataset: FcsDataset): Protocol =>
  readStrategy(new TextEncoder().encode(text), `x.${ending}`, dataset, { file }).protocol;

const gatedBy = (choose: (dataset: FcsDataset) => Protocol) =>
  gateFileBy(
    bytesSource(file, bytes),
    host,
    {},
    (dataset) => ({ protocol: choose(dataset) }),
    ({ chosen, prepared, gated, results }) => ({
      counts: results.exact.map(({ path, count }) => [path, count] as const),
      strategy: explicitStrategy(chosen.protocol, prepared, gated.exact),
      dataset: prepared.raw.dataset,
    }),
  );

it('a sample’s numbers are those of its group in every way that it is gated', async () => {
  const strategy = [node('Low', 'SSC', [node('T', 'CD3', [node('Four', 'CD56')]), node('N', 'CD56')])];
  const protocol: Protocol = { ...small, strategy };
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 4, maxLength: 20 }), async (edits) => {
      const { present } = done(begun(protocol, [dayOf(1), dayOf(2)]), edits);
      for (const one of present.samples) {
        const by = protocolOf(present, one);
        const analysed = await analyseSample(bytesSource(file, bytes), by, host, { absent: 'skip' });
        const counts = analysed.populations.map(({ path, count }) => [path, count]);
        const own = await gatedBy(() => by);
        expect(own.counts).toEqual(counts);
        const ml = writeGatingMl(own.strategy).text;
        expect((await gatedBy((dataset) => readAs(ml, 'xml', dataset))).counts).toEqual(counts);
        const uri = { name: file, uri: file, dataset: own.dataset, strategy: own.strategy };
        const wsp = exportWorkspace([{ ...uri, counts: new Map(own.counts) }]).text;
        const back = (await gatedBy((dataset) => readAs(wsp, 'wsp', dataset))).counts;
        expect(back.map(([path]) => path)).toEqual(counts.map(([path]) => path));
        // FlowJo’s gates stand on channels of its axes
        for (const [i, [path, count]] of back.entries())
          expect(Math.abs(count - own.counts[i]![1]), path).toBeLessThan(own.counts[0]![1] / 500);
      }
    }),
    { numRuns: 4 },
  );
}, 120_000);

import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepProtocol } from '../../headless/archive/documents.ts';
import type { Archive } from '../../headless/archive/open-archive.ts';
import { storeResults } from '../../headless/archive/results.ts';
import { addFile } from '../../headless/archive/runs.ts';
import { pausedGroups } from '../../headless/batch/paused-groups.ts';
import { at, openNew, type Store, someRun, sqliteStore } from './archive-support.ts';

let store: Store;
let archive: Archive;
beforeAll(async () => {
  store = sqliteStore();
  archive = await openNew(store);
});
afterAll(async () => {
  await archive?.close();
  await store?.remove();
});

const text = readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8');

/** A run of control material whose cut stands at `cut`. */
async function control(i: number, cut: number, protocolSha256: string): Promise<void> {
  const sha256 = String(i).padStart(64, '0');
  const acquired = `2026-01-${String(i).padStart(2, '0')}`;
  await addFile(
    archive,
    { path: `/${i}`, sha256, size: 1, modified: 1 },
    [someRun(sha256, { acquired_on: acquired, metadata: { role: 'reference' } })],
    at(i),
  );
  const gate = { dimensions: ['Viability'], part: 0, gate: { kind: 'rectangle', ranges: [{ max: cut }] }, automatic: { light: 'green' } };
  const analysis = JSON.stringify({
    sample: { instrument: { cytometer: 'A', serial: '1' } },
    channels: [],
    populations: [{ name: 'Live', gate }],
  });
  const key = { runId: `${sha256}:0`, protocolSha256, engine: '1', givenSha256: '' };
  const summary = { group_id: '', method: '', nk: null, nkt_like: null, t: null, double_negative: null };
  await storeResults(archive.db, [{ key, analysis, summary }], at(i));
}

it('the group of an instrument whose control material broke a rule waits, another does not', async () => {
  const { sha256 } = await keepProtocol(archive.db, text, 'me', at(0));
  const batch = { protocol_sha256: sha256, engine: '1' };
  for (let i = 1; i <= 22; i++) await control(i, 0.5 + 0.01 * Math.sin(i * 2.4), sha256);
  expect((await pausedGroups(archive.db, batch)).mayGate('A|1|')).toBe(true);
  await control(23, 0.9, sha256);
  const groups = await pausedGroups(archive.db, batch);
  expect(groups.mayGate('A|1|')).toBe(false);
  expect(groups.mayGate('B|2|')).toBe(true);
  expect((await pausedGroups(archive.db, { ...batch, engine: '2' })).mayGate('A|1|')).toBe(true);
});

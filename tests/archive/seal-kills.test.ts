import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Libsql from 'libsql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { commit, emptyHistory, sessionOf } from '../../core/study/session/history.ts';
import { serialiseSession } from '../../core/study/session/session-text.ts';
import { seedRandom } from '../../test-data/random.ts';
import { cliProgram, runCli, sampleFile } from '../cli/run-cli.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { shipped } from '../unit/core/study/session/session-support.ts';

/* Here a few kills; `npm run prove -- kills` ten times as many. LYMPHO_PROOF_SEED repeats the moments. */

const KILLS = 4;
let folder = '';
const place = (name: string): string => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-seal-kills-'));
  expect(runCli(['archive', 'import', '--archive', place('before.db'), path.dirname(sampleFile('simulated-cik.fcs'))]).code).toBe(0);
  // as the schema before the log left it
  const database = new Libsql(place('before.db'));
  database.exec(
    'update schema_version set version = 4; drop table log; drop table content_digests; drop table ledger_events; drop table ledger_lots; drop table ledger_materials; drop table observations; drop table batch_claims; drop table batch_terms; drop table residual_results; drop table batch_plates; drop table plate_lysis; drop table plate_results; drop table watch_rules; drop table watch_verdicts; drop table watch_claims; drop table course_templates; drop table course_exports; drop table if exists thumbnails; pragma wal_checkpoint(truncate)',
  );
  database.close();
  const begun = commit(emptyHistory, { type: 'protocol/replace', protocol: shipped }, { at: '2026-01-01T00:00:00.000Z', by: 'me' });
  const { seal: _seal, audit, ...rest } = sessionOf(begun);
  const unsealed = { ...rest, audit: audit.map(({ before: _before, ...entry }) => entry) };
  writeFileSync(place('before.lymphoscope'), serialiseSession(unsealed));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Kills a command at a random moment of the time that it takes. */
async function killed(args: readonly string[], longest: number, random: ReturnType<typeof seedRandom>): Promise<void> {
  const child = spawn(process.execPath, [cliProgram, ...args], { stdio: 'ignore' });
  const gone = once(child, 'close');
  await Promise.race([gone, setTimeout(random.uniform() * longest)]);
  child.kill('SIGKILL');
  await gone;
}

function timed(args: readonly string[]): number {
  const before = performance.now();
  expect(runCli(args).code).toBe(0);
  return performance.now() - before;
}

it(`an archive of before that is lifted, killed ${KILLS} times, is whole and sealed at the next opening`, async () => {
  const random = seedRandom(proofSeed);
  copyFileSync(place('before.db'), place('timed.db'));
  const longest = timed(['archive', 'list', '--archive', place('timed.db')]);
  const { runs } = JSON.parse(runCli(['archive', 'check', '--archive', place('timed.db'), '--json']).out);
  for (let i = 0; i < KILLS; i++) {
    const file = place(`lifted-${i}.db`);
    copyFileSync(place('before.db'), file);
    await killed(['archive', 'list', '--archive', file], longest, random);
    const check = runCli(['archive', 'check', '--archive', file, '--json']);
    expect([check.code, JSON.parse(check.out)]).toEqual([0, expect.objectContaining({ runs, faults: [] })]);
    expect(JSON.parse(check.out).log.entries).toBeGreaterThan(0);
  }
  countForProof('kills while an archive is lifted', KILLS);
}, 120_000);

it(`a session that is sealed, killed ${KILLS} times, is the one before or the sealed one`, async () => {
  const random = seedRandom(proofSeed + 1);
  copyFileSync(place('before.lymphoscope'), place('timed.lymphoscope'));
  const longest = timed(['session', 'seal', place('timed.lymphoscope'), '--reason', 'why']);
  for (let i = 0; i < KILLS; i++) {
    const file = place(`sealed-${i}.lymphoscope`);
    copyFileSync(place('before.lymphoscope'), file);
    await killed(['session', 'seal', file, '--reason', 'why'], longest, random);
    const check = runCli(['session', 'check', file, '--json']);
    expect(check.code).toBe(0);
    expect(JSON.parse(check.out).files[0]).toMatchObject({ findings: [], seal: expect.stringMatching(/^(un)?sealed$/) });
  }
  // what a killed program left is hidden, and is swept after an hour
  expect(readdirSync(folder).filter((name) => name.endsWith('.part')).length).toBeLessThanOrEqual(KILLS);
  countForProof('kills while a session is sealed', KILLS);
}, 120_000);

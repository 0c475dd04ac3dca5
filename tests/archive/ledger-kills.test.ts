import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { cliProgram, runCli } from '../cli/run-cli.ts';
import { countForProof, proofSeed } from '../proof.ts';

/*
 * An import of a book of 10,000 events is killed at random moments: it is there whole, or not at all. For `npm run prove -- ledger` alone, which does
 * it 20 times.
 */
const isProof = process.env['LYMPHO_PROOF_COUNTS'] !== undefined;
const [KILLS, LOTS] = [2, 167];
const OF_LOT = 60;

function bookOf(lots: number): string {
  const rows = Array.from({ length: lots }, (_, lot) => {
    const named = (what: string) => `L${lot}-${what}`;
    const begin = [`collect,L${lot},${named('c')},,D-${lot},,5e9`, `start,L${lot},${named('k')},${named('c')},,1e9,`];
    return [...begin, ...Array.from({ length: OF_LOT - 2 }, (_, i) => `sample,L${lot},${named('k')},,,${1000 + i},`)];
  });
  return ['on,by,kind,lot,material,from,donor,cells,count', ...rows.flat().map((row) => `2026-03-01,ito,${row}`)].join('\n');
}

it.skipIf(!isProof)(
  `an import that is killed is whole or nothing (seed ${proofSeed})`,
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-ledger-kills-'));
    const file = path.join(folder, 'book.csv');
    writeFileSync(file, bookOf(LOTS));
    const archive = path.join(folder, 'lab.archive');
    // there before, so that a kill meets the import and not the making of the archive
    expect(runCli(['lot', 'rules', '--archive', archive]).code).toBe(0);
    const args = ['lot', 'import', file, '--archive', archive];
    for (let turn = 0; turn < KILLS; turn++) {
      const child = spawn(process.execPath, [cliProgram, ...args], { stdio: 'ignore' });
      const gone = once(child, 'close');
      await Promise.race([setTimeout(400 + (((proofSeed + turn * 7919) % 1000) / 1000) * 4000), gone]);
      child.kill('SIGKILL');
      await gone;
      const { lots } = JSON.parse(runCli(['lot', 'list', '--archive', archive, '--json']).out);
      expect([0, LOTS]).toContain(lots.length);
      expect(runCli(['archive', 'check', '--archive', archive]).code).toBe(0);
      countForProof('imports killed', 1);
      countForProof('imports that had been written', lots.length === 0 ? 0 : 1);
      if (lots.length > 0 && turn < KILLS - 1) {
        rmSync(archive);
        expect(runCli(['lot', 'rules', '--archive', archive]).code).toBe(0);
      }
    }
    // again, it is all there, once
    const again = JSON.parse(runCli([...args, '--json']).out);
    expect(again).toMatchObject({ read: LOTS * OF_LOT, doubts: [] });
    expect(JSON.parse(runCli([...args, '--json', '--dry-run']).out)).toMatchObject({ new: 0 });
    rmSync(folder, { recursive: true });
  },
  120_000,
);

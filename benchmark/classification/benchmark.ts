import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadProtocol } from '../../headless/cli/shared/load-protocol.ts';
import { printJson, textTable } from '../../headless/cli/shared/output.ts';
import { createPool, createSha256, softwareVersion } from '../../headless/host/host.ts';
import { type Donor, donorFiles, readDonor } from '../autogating/donor.ts';
import type { Outcome } from './measure-case.ts';
import { runCases } from './run-cases.ts';
import { rowsOf, tableOf } from './summary.ts';

export interface BenchmarkOptions {
  readonly small: boolean;
  readonly json: boolean;
  /** Folder with real files; mixtures are left out, and that is said, where it is not there. */
  readonly corpus: string;
  readonly verbose: boolean;
  readonly seed: number;
}

/** The command `benchmark classification`: how often the shipped profiles call a culture's group, how often rightly, and whom they must not call. */
export async function benchmarkClassification({ small, json, corpus, verbose, seed }: BenchmarkOptions): Promise<number> {
  const { protocol, sha256 } = await loadProtocol('nk-t');
  const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256: sha256 };
  const donors: Donor[] = [];
  for (const name of donorFiles) {
    const file = path.join(corpus, 'DavidRach-Luciernaga', name);
    if (existsSync(file)) donors.push(await readDonor(name, await readFile(file), protocol, host));
  }
  if (donors.length === 0) process.stderr.write(`left out: mixtures of real events, since ${corpus} is not there\n`);
  const outcomes = await runCases(donors, protocol, host, {
    lots: small ? 4 : 30,
    small,
    seed,
    ...(verbose ? { onOutcome: printSurprise } : {}),
  });
  const [rows, table] = [rowsOf(outcomes), tableOf(outcomes)];
  if (json) printJson({ bench: 'classification', profiles: protocol.classifier.profiles?.name, rows, table });
  else
    process.stdout.write(
      `${textTable(
        ['key', 'value', 'unit', 'n'],
        rows.map(({ key, value, unit, n }) => [key, String(value), unit, String(n)]),
      )}\n\n${textTable(
        ['cases', 'panel', 'n', 'called', 'right'],
        table.map(({ name, panel, n, called, right }) => [name, panel, String(n), String(called), String(right)]),
      )}\n`,
    );
  return 0;
}

/** Wrong calls, and calls of outsiders, on standard error. */
function printSurprise({ case: of, panel, by, classification }: Outcome): void {
  const { group, method, methods, reasons, eligible } = classification;
  const surprising = of.panels.includes(panel) && (group === 'indeterminate' ? of.kind === 'lot' : group !== of.group);
  if (!surprising) return;
  const stand = methods
    .filter(({ status }) => status !== 'out' && status !== 'inactive')
    .map((one) => `${one.method} ${one.status} ${one.distance?.p.toFixed(3)}/${one.distance?.pNearest.toFixed(3)}`);
  process.stderr.write(
    `${of.name} ${panel} ${by}: ${eligible ? group : `not eligible ${reasons[0]?.code}`}/${method} [${stand.join('; ')}]\n`,
  );
}

import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadProtocol } from '../../headless/cli/shared/load-protocol.ts';
import { printJson, textTable } from '../../headless/cli/shared/output.ts';
import { createPool, createSha256, softwareVersion } from '../../headless/host/host.ts';
import type { BenchRow } from '../rows/bench-row.ts';
import { measureCost } from './cost.ts';
import { type Donor, donorFiles, readDonor } from './donor.ts';
import { kindRows } from './kind-rows.ts';
import type { Outcome } from './measure.ts';
import { runQuality } from './quality-cases.ts';
import { baselineNames, qualitySamples, runKinds, runScenarios } from './run.ts';
import { accuracyRows, coverageRow, errorsOf, greenRow, type TableLine, tableOf } from './summary.ts';

export interface BenchmarkOptions {
  readonly small: boolean;
  readonly json: boolean;
  readonly repeats: number;
  /** Folder with real files; mixtures are left out, and that is said, where it is not there. */
  readonly corpus: string;
  readonly verbose: boolean;
}

/** The command `benchmark autogating`: accuracy, calibration and cost of unattended gating, beside its baselines. */
export async function benchmarkAutogating(options: BenchmarkOptions): Promise<number> {
  const { protocol, sha256 } = await loadProtocol('nk-t');
  const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256: sha256 };
  const donors: Donor[] = [];
  for (const name of donorFiles) {
    const file = path.join(options.corpus, 'DavidRach-Luciernaga', name);
    if (existsSync(file)) donors.push(await readDonor(name, await readFile(file), protocol, host));
  }
  if (donors.length < 2) process.stderr.write(`left out: mixtures of real events, since ${options.corpus} is not there\n`);
  const onOutcome = options.verbose ? printOutcome : undefined;
  const run = { repeats: options.repeats, small: options.small, ...(onOutcome === undefined ? {} : { onOutcome }) };
  const outcomes = await runScenarios(donors.length < 2 ? [] : donors, protocol, host, run);
  const kinds = await runKinds(protocol, host, run);
  const rows: readonly BenchRow[] = [
    ...accuracyRows(outcomes, ({ found }) => found),
    coverageRow(outcomes),
    greenRow(outcomes),
    ...(await runQuality(qualitySamples(donors, run), protocol, host)),
    ...(await measureCost(options.small ? 50_000 : 1_000_000, 3, protocol, host)),
    ...kindRows(kinds),
    ...baselineNames.flatMap((name) => accuracyRows(outcomes, ({ baselines }) => baselines[name]!, `${name}-`)),
  ];
  const table = [...tableOf(outcomes, baselineNames), ...tableOf(kinds, [])];
  if (options.json) printJson({ bench: 'autogating', rows, table });
  else process.stdout.write(`${rowsText(rows)}\n\n${tableText(table)}\n`);
  return 0;
}

function printOutcome(outcome: Outcome): void {
  const { sample, light, found, sentences } = outcome;
  const worst = Math.max(...errorsOf(outcome, ({ found: of }) => of));
  for (const [part, interval] of Object.entries(outcome.intervals)) {
    const truth = sample.drawn[part as keyof typeof sample.drawn];
    if (sample.scenario.plain && truth > 0 && truth < 100 && (truth < interval.low || truth > interval.high))
      process.stderr.write(
        `not covered: ${sample.scenario.name} ${part} ${truth.toFixed(2)} outside ${interval.low.toFixed(2)}-${interval.high.toFixed(2)}\n`,
      );
  }
  const absent = Object.entries(sample.present).some(([part, percent]) => percent === 0 && found[part as keyof typeof found] > 0.2);
  if (worst < 0.7 && !absent && light !== 'red') return;
  const show = (of: object) => Object.values(of).map((value: number) => value.toFixed(2));
  process.stderr.write(
    `${worst.toFixed(2)} ${outcome.withheld ? 'withheld' : light} ${sample.scenario.name} #${sample.repeat}: ${show(sample.present)} -> ${show(found)} ${sentences}\n`,
  );
}

const rowsText = (rows: readonly BenchRow[]): string =>
  textTable(
    ['key', 'value', 'unit', 'n'],
    rows.map(({ key, value, unit, n }) => [key, String(value), unit, String(n)]),
  );

function tableText(table: readonly TableLine[]): string {
  const worst = (line: TableLine, method: string, which: 0 | 1 | 2) =>
    Math.max(...Object.values(line.methods[method] ?? {}).map((spread) => spread[which])).toFixed(2);
  return textTable(
    ['scenario', 'group', 'n', 'green', 'amber', 'red', 'median', '95 %', 'max', ...baselineNames.map((name) => `${name} max`)],
    table.map((line) => [
      line.scenario,
      line.group,
      String(line.samples),
      ...[line.lights.green, line.lights.amber, line.lights.red].map(String),
      ...([0, 1, 2] as const).map((which) => worst(line, 'lymphoscope', which)),
      ...baselineNames.map((name) => worst(line, name, 2)),
    ]),
  );
}

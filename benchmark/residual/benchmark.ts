import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Host } from '../../core/analyse.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { readProtocolText } from '../../headless/cli/shared/load-protocol.ts';
import { printJson, textTable } from '../../headless/cli/shared/output.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { donorFiles, readDonor } from '../autogating/donor.ts';
import { type Base, donorBase, simulatedBase } from './bases.ts';
import { gateBase, measureSpike, type SpikeRow, spikes } from './measure.ts';

interface ResidualBenchmarkOptions {
  readonly corpus: string;
  readonly draws: number;
  readonly json: boolean;
}

const host: Host = { pool: createPool(), createHash: createSha256, software: 'benchmark', protocolSha256: 'benchmark' };

/** The command `benchmark residual`: leukaemic cells put into real and simulated events, counted by the shipped plan. */
export async function benchmarkResidual({ corpus, draws, json }: ResidualBenchmarkOptions): Promise<number> {
  const { bases, rows } = await runResidual(corpus, draws);
  if (json) printJson({ bases, rows });
  else {
    const number = (value: number, digits: number) => value.toFixed(digits);
    process.stdout.write(
      `${textTable(
        ['base', 'events', 'background', 'recall, %', 'light'],
        bases.map(({ name, total, background, recall, light }) => [
          name,
          String(total),
          background.toExponential(2),
          number(100 * recall, 2),
          light ?? '',
        ]),
      )}\n\n${textTable(
        ['base', 'spike', 'covered, %', 'width', 'bag covered, %', 'detected, %'],
        rows.map(({ base, spike, covered, width, bagCovered, detected }) => [
          base,
          String(spike),
          number(covered, 1),
          number(width, 2),
          number(bagCovered, 1),
          number(detected, 1),
        ]),
      )}\n`,
    );
  }
  return 0;
}

/** `draws` tubes of every base and level. A real base is left out where its file is not there. */
export async function runResidual(corpus: string, draws: number, seed = 1) {
  const protocol = parseProtocol(await readProtocolText('atl-product'));
  const nkT = parseProtocol(await readProtocolText('nk-t'));
  const plan = protocol.residual;
  if (plan === undefined) throw new Error('the shipped protocol has no plan');
  const bases: Base[] = [simulatedBase(200_000)];
  for (const name of donorFiles) {
    const bytes = await readFile(path.join(corpus, 'DavidRach-Luciernaga', name)).catch(() => undefined);
    if (bytes !== undefined) bases.push(donorBase(await readDonor(name, bytes, nkT, host)));
  }
  const gated = await Promise.all(bases.map((base) => gateBase(base, protocol, { ...plan, minimumEvents: 1 }, host)));
  const rows: SpikeRow[] = gated.flatMap((base) =>
    spikes.map((spike) => measureSpike(base, spike, { ...plan, minimumEvents: 1 }, { draws, seed })),
  );
  return { bases: gated.map(({ tube: _, ...base }) => base), rows };
}

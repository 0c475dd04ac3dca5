import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { encodeFcs } from '../core/data/fcs/write/write.ts';
import { readouts } from '../core/study/killing/assay.ts';
import { cultures, isCultureId } from './culture-specs.ts';
import { makeSamples } from './make-samples.ts';
import { simulateAtl } from './simulate-atl.ts';
import { simulateBlood } from './simulate-blood.ts';
import { simulateFlowPlate, strongKillers } from './simulate-flow-plate.ts';
import { simulatedAssay, simulatePlate, twoPurities } from './simulate-plate.ts';
import { instruments, type SampleOrder, simulateSample } from './simulate-sample.ts';

const usage = `simulate --culture NAME --out FILE [--events 20000] [--seed 1] [--lot NAME] [--instrument modern] [--panel full] [--truth FILE]
simulate --tube tbnk --out FILE [--events 20000] [--seed 1] [--truth FILE]     lysed blood with counting beads
simulate --tube atl --culture NAME --out FILE [--residual 1e-4] [--infected 0] [--day N] [--lot NAME] [--fmo] [--events] [--seed] [--truth]
simulate --plate NAME --out FILE [--readout calcein] [--cv 0.05] [--seed 1]     two products of a donor, of 90 and 30 % NK cells
simulate --plate NAME --out FOLDER --wells [--readout dead-fraction] [--transfer 0.05] [--conjugates 0.1] [--lost 0.5]     with an FCS file a well
simulate --samples FOLDER     writes the files of test-data/samples
  cultures: ${Object.keys(cultures).join(', ')}
  instruments: ${instruments.join(', ')}; panels of the modern one: full, basic`;

/** Runs the simulator from a command line; returns the exit code (0 done, 2 not understood). */
export function runSimulator(args: readonly string[]): number {
  const text = { type: 'string' } as const;
  const options = {
    culture: text,
    events: text,
    seed: text,
    out: text,
    lot: text,
    instrument: text,
    panel: text,
    truth: text,
    samples: text,
    tube: text,
    residual: text,
    infected: text,
    day: text,
    plate: text,
    readout: text,
    cv: text,
    transfer: text,
    conjugates: text,
    lost: text,
    wells: { type: 'boolean' },
    fmo: { type: 'boolean' },
  } as const;
  let values: Partial<Record<Exclude<keyof typeof options, 'fmo' | 'wells'>, string>> & {
    readonly fmo?: boolean;
    readonly wells?: boolean;
  };
  try {
    ({ values } = parseArgs({ args: [...args], options }));
  } catch (error) {
    return complain(error instanceof Error ? error.message : String(error));
  }
  if (values.samples !== undefined) {
    for (const [name, bytes] of makeSamples()) save(join(values.samples, name), bytes);
    return 0;
  }
  const { culture = '', out, lot } = values;
  const events = Number(values.events ?? 20_000);
  const seed = Number(values.seed ?? 1);
  const instrument = instruments.find((name) => name === (values.instrument ?? 'modern'));
  const panel = values.panel === 'basic' ? 'basic' : 'full';
  if (values.plate !== undefined && values.wells === true) return saveWells({ ...values, plate: values.plate }, seed);
  if (values.plate !== undefined) return savePlate({ ...values, plate: values.plate }, seed);
  if (values.tube === 'atl') return saveAtl(values, events, seed);
  if (values.tube !== undefined) return saveTube(values.tube, events, seed, out, values.truth);
  if (!isCultureId(culture)) return complain(`unknown culture: ${culture}`);
  if (!out) return complain('--out is missing');
  if (!instrument) return complain(`unknown instrument: ${values.instrument}`);
  if (![events, seed].every((value) => Number.isInteger(value) && value >= 0)) return complain('--events and --seed are whole numbers');
  const order: SampleOrder = { culture, seed, events, instrument, panel, ...(lot === undefined ? {} : { lot }) };
  const { content, truth } = simulateSample(order);
  save(out, encodeFcs(content));
  if (values.truth) save(values.truth, new TextEncoder().encode(`${JSON.stringify(truth.summary, null, 2)}\n`));
  return 0;
}

function savePlate(
  values: { readonly plate: string; readonly out?: string; readonly readout?: string; readonly cv?: string },
  seed: number,
): number {
  const { plate: name, out } = values;
  const readout = readouts.find((one) => one === (values.readout ?? 'calcein'));
  const cv = Number(values.cv ?? 0.05);
  if (!out) return complain('--out is missing');
  if (readout === undefined) return complain(`unknown read-out: ${values.readout}`);
  if (!(cv >= 0 && cv < 1)) return complain('--cv is a fraction');
  const plate = simulatePlate({ name, seed, assay: simulatedAssay(readout), killers: twoPurities(seed), cv });
  save(out, new TextEncoder().encode(`${JSON.stringify(plate, null, 1)}\n`));
  return 0;
}

/** A plate with an FCS file a well, into a folder. */
function saveWells(
  values: { readonly plate: string } & { readonly [F in 'out' | 'readout' | 'transfer' | 'conjugates' | 'lost']?: string },
  seed: number,
): number {
  const { plate: name, out, readout = 'dead-fraction' } = values;
  const shares = [values.transfer, values.conjugates, values.lost].map((share = '0') => Number(share));
  if (!out) return complain('--out is missing');
  if (readout !== 'dead-fraction' && readout !== 'viable-count' && readout !== 'internal-control')
    return complain(`no read-out of a cytometer: ${readout}`);
  if (!shares.every((share) => share >= 0 && share <= 1)) return complain('--transfer, --conjugates and --lost are fractions');
  const [transfer = 0, conjugates = 0, lost = 0] = shares;
  const { plate, files } = simulateFlowPlate({ ...{ name, seed, readout, transfer, conjugates, lost }, killers: strongKillers(seed) });
  for (const { name: file, content } of files) save(join(out, file), encodeFcs(content));
  save(join(out, 'plate.json'), new TextEncoder().encode(`${JSON.stringify(plate, null, 1)}\n`));
  return 0;
}

function saveAtl(
  values: { readonly culture?: string; readonly fmo?: boolean } & {
    readonly [F in 'out' | 'residual' | 'infected' | 'day' | 'lot' | 'truth']?: string;
  },
  events: number,
  seed: number,
): number {
  const { culture = '', out, lot, day } = values;
  const [residual, infected] = [Number(values.residual ?? 0), Number(values.infected ?? 0)];
  if (!isCultureId(culture)) return complain(`unknown culture: ${culture}`);
  if (!out) return complain('--out is missing');
  if (![residual, infected].every((share) => share >= 0 && share <= 1)) return complain('--residual and --infected are fractions');
  const { content, truth } = simulateAtl({
    ...{ culture, seed, events, residual, infected, withoutCadm1: values.fmo === true },
    ...(lot === undefined ? {} : { lot }),
    ...(day === undefined ? {} : { day: Number(day) }),
  });
  save(out, encodeFcs(content));
  const { isResidual: _, ...counts } = truth;
  if (values.truth) save(values.truth, new TextEncoder().encode(`${JSON.stringify(counts, null, 2)}\n`));
  return 0;
}

function saveTube(tube: string, events: number, seed: number, out: string | undefined, truthFile: string | undefined): number {
  if (tube !== 'tbnk') return complain(`unknown tube: ${tube}`);
  if (!out) return complain('--out is missing');
  if (![events, seed].every((value) => Number.isInteger(value) && value >= 0)) return complain('--events and --seed are whole numbers');
  const { content, truth } = simulateBlood({ seed, events });
  save(out, encodeFcs(content));
  if (truthFile) save(truthFile, new TextEncoder().encode(`${JSON.stringify(truth, null, 2)}\n`));
  return 0;
}

function save(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
  console.log(`${path}: ${bytes.length} bytes, simulated`);
}

function complain(message: string): number {
  console.error(`${message}\n${usage}`);
  return 2;
}

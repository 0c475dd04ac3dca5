import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { kindScenarios, simulateKind } from '../../../benchmark/autogating/kinds.ts';
import { sampleKinds } from '../../../benchmark/autogating/labelled-sample.ts';
import { encodeFcs } from '../../../core/data/fcs/write/write.ts';
import { listedSamples } from '../../../test-data/sample-list.ts';
import { corpusFile } from '../../shared-data.ts';

/** A file that the laws are tried on. */
export interface LawInput {
  readonly name: string;
  /** What it is counted as: itself, or its kind of simulated sample. */
  readonly group: string;
  readonly bytes: () => Uint8Array;
}

const real = [
  'DavidRach-Luciernaga/INF149_Ctrl_Tetramer_Unmixed.fcs',
  'DavidRach-Luciernaga/INF179_Ctrl_Tetramer_Unmixed.fcs',
  'DavidRach-Luciernaga/INF149_Ctrl_Tetramer.fcs',
  'DavidRach-Luciernaga/INF179_Ctrl_Tetramer.fcs',
  'ImmuneDynamics-Spectre/CNS_Mock_01.fcs',
  'JinmiaoChenLab-cytofkit/130515_C2_stim_CD19-.fcs',
  'JinmiaoChenLab-cytofkit2/S4_PBMC.fcs',
  'biosurf-cyCombine/test.fcs',
];

/** Real files with CD3 and CD56 where they are there, the samples of test-data, and one scene of every kind, another by `turn`. */
export const lawInputs = (turn: number): readonly LawInput[] => [
  ...real.flatMap((name): LawInput[] => {
    const file = corpusFile(name);
    return existsSync(file) ? [{ name: path.basename(name), group: path.basename(name), bytes: () => readFileSync(file) }] : [];
  }),
  ...listedSamples.map(({ file }): LawInput => ({ name: file, group: file, bytes: () => readFileSync(`test-data/samples/${file}`) })),
  ...sampleKinds.map((kind): LawInput => {
    const own = kindScenarios.filter(({ group }) => group === kind);
    const scenario = { ...own[turn % own.length]!, events: EVENTS };
    return { name: scenario.name, group: kind, bytes: () => encodeFcs([simulateKind(scenario, turn).content]) };
  }),
];

const EVENTS = 6000;

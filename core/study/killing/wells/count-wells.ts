import { Problem } from '../../../base/problem.ts';
import type { PlotData } from '../../../statistics/histograms/plot-data.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { SampleAnalysis } from '../../sample/sample-analysis.ts';
import type { Assay, FlowWells } from '../assay.ts';
import { matchWells, type WellFile } from '../match-wells.ts';
import { type Plate, type WellRow, wellName } from '../plate.ts';
import type { PlateProblem } from '../read-wells.ts';
import { movedPaths, moves, paths } from './flow-protocol.ts';
import { type TaughtPlate, type Teachers, teachGates } from './teach-gates.ts';

/** Files of one kind that teach; more teach no better. */
const MOST_TEACHERS = 6;

/** A plate with the counts of its FCS files in its wells. */
export interface CountedPlate {
  readonly plate: Plate;
  readonly taught: TaughtPlate;
  readonly problems: readonly PlateProblem[];
  /** Of one well each: targets alone, and the test with the most effectors. */
  readonly pictures: readonly { readonly well: string; readonly role: WellRow['role']; readonly plots: readonly PlotData[] }[];
}

/**
 * Counts the targets of a plate in the FCS files of its wells, all by the same gates.
 * @throws Problem where the definition names no channels, or no gates can be taught
 */
export async function countWells<F extends WellFile>(
  plate: Plate,
  { flow }: Pick<Assay, 'flow'>,
  files: readonly F[],
  gate: (file: F, protocol: Protocol) => Promise<SampleAnalysis>,
): Promise<CountedPlate> {
  if (flow === undefined) throw new Problem('assay-no-flow', noFlow);
  const { files: matched, problems: unmatched } = matchWells(plate, files);
  const problems: PlateProblem[] = [...unmatched];
  const broken = new Set<F>();
  /** One that cannot be gated is named and stops no other. */
  const safely = async (file: F, protocol: Protocol): Promise<SampleAnalysis | undefined> => {
    if (broken.has(file)) return undefined;
    try {
      return await gate(file, protocol);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      broken.add(file);
      const [well] = [...matched].find(([, of]) => of === file) ?? [file.name];
      problems.push({ well, effector: undefined, isNote: true, problem: error.inFile(file.name) });
      return undefined;
    }
  };
  const of = (role: WellRow['role']) =>
    plate.wells.flatMap((row) => {
      const file = row.role === role && row.excluded === undefined ? matched.get(wellName(row.well, plate.size) ?? '') : undefined;
      return file === undefined ? [] : [{ file, et: row.et ?? 0 }];
    });
  const tests = of('test').sort((a, b) => b.et - a.et);
  const teachers: Teachers<F> = {
    alone: spread(of('target-alone')),
    effectors: spread(of('effector-alone')),
    killed: spread(of('maximum')),
    beads: spread(of('beads')),
    mixed: spread(tests),
  };
  const taught = await teachGates(flow, teachers, safely);
  const at = paths(flow);
  const pictures: CountedPlate['pictures'][number][] = [];
  const shown = new Set([teachers.alone[0], teachers.effectors[0], teachers.killed[0], tests[0]?.file]);
  const wells: WellRow[] = [];
  for (const row of plate.wells) {
    const well = wellName(row.well, plate.size) ?? row.well;
    const file = matched.get(well);
    const analysis = file && (await safely(file, taught.protocol));
    const counts = analysis && countsOf(analysis, at, file!, flow);
    if (counts instanceof Problem) problems.push({ well, effector: undefined, isNote: true, problem: counts });
    wells.push(counts === undefined || counts instanceof Problem ? row : { ...row, ...counts });
    if (analysis !== undefined && shown.has(file)) pictures.push({ well, role: row.role, plots: analysis.plots });
  }
  return { plate: { ...plate, wells, gates: [...taught.gates] }, taught, problems, pictures };
}

/** A few of them, from the first to the last. */
function spread<F>(wells: readonly { readonly file: F }[]): readonly F[] {
  const step = Math.max(1, (wells.length - 1) / (MOST_TEACHERS - 1));
  const places = new Set(Array.from({ length: Math.min(MOST_TEACHERS, wells.length) }, (_, i) => Math.round(i * step)));
  return [...places].flatMap((place) => wells[place]?.file ?? []);
}

function countsOf(
  { populations, sample }: SampleAnalysis,
  at: ReturnType<typeof paths>,
  file: WellFile,
  flow: FlowWells,
): Partial<WellRow> | Problem {
  const counts = new Map(populations.map(({ path, count }) => [path, count]));
  if (!counts.has(at.injured)) return new Problem('plate-fcs-no-channel', noChannel, { file: file.name }, { file: file.name });
  const of = (path: string): number => counts.get(path) ?? 0;
  const [targets, single] = [of(at.targets), of(at.single)];
  const volume = Number(file.keywords.get('$VOL') ?? Number.NaN);
  return {
    ...{ dead: of(at.injured), targets: single, live: targets - of(at.injuredTargets) },
    ...(counts.has(at.beads) ? { beads: of(at.beads) } : {}),
    ...(counts.has(at.reference) ? { reference: of(at.reference) - of(at.injuredReference) } : {}),
    // the standard has nanolitres; what was left out of time was not measured
    ...(volume > 0 ? { volume: (volume / 1000) * (of('') / sample.eventCount) } : {}),
    fcs: {
      ...{ file: file.name, sha256: sample.sha256, conjugates: targets - single, effectors: of(at.cells) - targets },
      moved: moves.map((_, i) => {
        const to = movedPaths(flow, i);
        return { dead: of(to.injured), targets: of(to.single), live: of(to.targets) - of(to.injuredTargets) };
      }),
      ...(sample.dataSha256 ? { dataSha256: sample.dataSha256 } : {}),
      ...(counts.has(at.labelled) ? { labelled: of(at.labelled) } : {}),
    },
  };
}

const noChannel = {
  en: 'The file {file} lacks a channel that the gates of the plate need.',
  ja: 'ファイル{file}に、プレートのゲートに必要なチャンネルがありません。',
};
const noFlow = {
  en: 'The assay definition names no channels for FCS files (flow: label, injured).',
  ja: '測定法の定義にFCSファイルのチャンネル(flow: label, injured)がありません。',
};

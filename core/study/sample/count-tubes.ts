import type { CultureAnalysis } from '../../biology/classification/culture-analysis.ts';
import type { Protocol } from '../protocol/protocol.ts';
import type { ResidualPlan } from '../residual/residual-plan.ts';
import { type Tube, tubeOf } from '../residual/tube.ts';
import { holdGates } from './hold-gates.ts';

/** A file that was gated, or why it was not. */
type Gated<Fault> = { readonly file: string; readonly analysis: CultureAnalysis } | { readonly fault: Fault };

/** What was counted of a sample's tubes and of its blanks; what failed is named. */
export interface CountedTubes<Fault> {
  readonly tubes: readonly Tube[];
  readonly blanks: readonly Tube[];
  readonly failed: readonly Fault[];
}

/** How files are gated, wherever they lie: each by its own protocol, with the gates that are held. */
export interface TubeGating<File, Fault> {
  readonly gate: (files: readonly File[], hold: (protocol: Protocol) => Protocol) => Promise<readonly Gated<Fault>[]>;
  /** Why a file that was gated cannot be counted. */
  readonly faultOf: (file: string, error: unknown) => Fault;
}

/**
 * Counts tubes of one sample and its blanks by the same gates: those below the denominator stand as they were placed in the first, the
 * largest one. The window, the command line and through both the archive and paper count by this alone.
 */
export async function countTubes<File, Fault>(
  { files: [largest, ...files], blanks }: { readonly files: readonly File[]; readonly blanks: readonly File[] },
  plan: ResidualPlan,
  { gate, faultOf }: TubeGating<File, Fault>,
): Promise<CountedTubes<Fault>> {
  if (largest === undefined) return { tubes: [], blanks: [], failed: [] };
  const failed: Fault[] = [];
  const counted = (results: readonly Gated<Fault>[]): readonly Tube[] =>
    results.flatMap((result) => {
      if ('fault' in result) {
        failed.push(result.fault);
        return [];
      }
      try {
        return [tubeOf(result.file, result.analysis, plan)];
      } catch (error) {
        failed.push(faultOf(result.file, error));
        return [];
      }
    });
  const first = await gate([largest], (protocol) => protocol);
  const asTaught = counted(first);
  const taught = first.find((result) => 'analysis' in result);
  if (taught === undefined) return { tubes: [], blanks: [], failed };
  const held = (protocol: Protocol) => holdGates(protocol, taught.analysis, plan.denominator);
  const others = files.length === 0 ? [] : counted(await gate(files, held));
  // a gate that was placed without certainty is no surer in the tubes that it was handed to
  const light = asTaught.some((tube) => tube.light === 'red') ? 'red' : undefined;
  const as = (tube: Tube): Tube => (light === undefined ? tube : { ...tube, light });
  const ofBlanks = blanks.length === 0 ? [] : counted(await gate(blanks, held));
  return { tubes: [...asTaught, ...others.map(as)], blanks: ofBlanks.map(as), failed };
}

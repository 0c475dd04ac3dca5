import { kindOf } from '../../gating/gates/gates.ts';
import type { CultureAnalysis } from '../classification/culture-analysis.ts';

/** Where automatic gates stood in one sample: what drifts when an instrument, a panel or a reagent lot does. */
export interface LandmarkRecord {
  readonly group: string;
  /** ISO date or date and time of the acquisition; records are charted in this order. */
  readonly at: string;
  readonly sha256: string;
  readonly control: boolean;
  /** Positions on the display scale by name, such as `NK CD3` for a divider. */
  readonly landmarks: { readonly [name: string]: number };
}

/** Instrument, panel and reagent lot: only runs of one group belong on one chart. */
export function groupOf({ sample, channels }: CultureAnalysis, reagentLot = ''): string {
  const { cytometer = '', serial = '' } = sample.instrument;
  const panel = channels.map(({ id, name }) => `${id}=${name}`).toSorted();
  return [cytometer, serial, reagentLot, ...panel].join('|');
}

/** The landmarks of a sample: every threshold that an automatic step placed and that is not red. */
export function landmarksOf({ populations }: CultureAnalysis): { readonly [name: string]: number } {
  const found = populations.flatMap(({ name, gate }) => {
    if (gate?.automatic === undefined || gate.automatic.light === 'red' || gate.part !== 0) return [];
    return kindOf(gate.gate).cuts?.landmarks(gate.gate, name, gate.dimensions) ?? [];
  });
  return Object.fromEntries(found);
}

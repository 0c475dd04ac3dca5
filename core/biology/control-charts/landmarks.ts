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
  const found = populations.flatMap(({ name, gate }): [string, number][] => {
    if (gate?.automatic === undefined || gate.automatic.light === 'red') return [];
    const [x = '', y = ''] = gate.dimensions;
    const { gate: placed } = gate;
    if (placed.kind === 'quadrant' && gate.part === 0)
      return [
        [`${x} divider`, placed.x],
        [`${y} divider, ${x}-`, placed.y[0]],
        [`${y} divider, ${x}+`, placed.y[1]],
      ];
    if (placed.kind !== 'rectangle' || placed.ranges.length !== 1) return [];
    const at = placed.ranges[0]?.min ?? placed.ranges[0]?.max;
    return at === undefined ? [] : [[`${name} ${x}`, at]];
  });
  return Object.fromEntries(found);
}

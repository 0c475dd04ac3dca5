/** A dye and the detector named after it. */
export interface Fluorochrome {
  /** $PnN. */
  readonly detector: string;
  /** Share of this dye's light seen by other detectors, relative to its own: the row of a spillover matrix. */
  readonly spills: { readonly [detector: string]: number };
  /** Median autofluorescence of a resting lymphocyte in this detector. */
  readonly autofluorescence: number;
  /** Units of the scale per photoelectron: the larger, the noisier the detector. */
  readonly unitsPerElectron: number;
  /** Standard deviation of electronic noise, units. */
  readonly electronics: number;
  readonly excitation: string;
  readonly filter: string;
  readonly voltage: string;
}

const violet = { excitation: '405', electronics: 32 };
const blue = { excitation: '488', electronics: 28 };
const red = { excitation: '640', electronics: 30 };

/** Plausible for a three-laser analyser; the figures are invented, the pattern is the usual one. */
export const fluorochromes = [
  { detector: 'FITC-A', spills: { 'PE-A': 0.12, 'PerCP-Cy5-5-A': 0.02, 'BV510-A': 0.012 }, ...tuned(70, 4, '530/30', '412'), ...blue },
  {
    detector: 'PE-A',
    spills: { 'FITC-A': 0.012, 'PerCP-Cy5-5-A': 0.18, 'PE-Cy7-A': 0.02, 'BV605-A': 0.11 },
    ...tuned(50, 2.5, '585/42', '398'),
    ...blue,
  },
  {
    detector: 'PerCP-Cy5-5-A',
    spills: { 'PE-Cy7-A': 0.12, 'APC-A': 0.02, 'APC-R700-A': 0.19, 'BV711-A': 0.14, 'BV786-A': 0.05, 'APC-H7-A': 0.03 },
    ...tuned(60, 10, '695/40', '505'),
    ...blue,
  },
  { detector: 'PE-Cy7-A', spills: { 'PE-A': 0.02, 'BV786-A': 0.06, 'APC-H7-A': 0.05 }, ...tuned(40, 10, '780/60', '560'), ...blue },
  { detector: 'APC-A', spills: { 'APC-R700-A': 0.22, 'APC-H7-A': 0.06, 'PerCP-Cy5-5-A': 0.01 }, ...tuned(35, 5, '660/20', '520'), ...red },
  {
    detector: 'APC-R700-A',
    spills: { 'APC-A': 0.02, 'APC-H7-A': 0.15, 'BV711-A': 0.12, 'PerCP-Cy5-5-A': 0.08, 'PE-Cy7-A': 0.02 },
    ...tuned(30, 7, '730/45', '510'),
    ...red,
  },
  {
    detector: 'APC-H7-A',
    spills: { 'APC-A': 0.03, 'APC-R700-A': 0.03, 'PE-Cy7-A': 0.05, 'BV786-A': 0.04 },
    ...tuned(30, 12, '780/60', '540'),
    ...red,
  },
  { detector: 'BV421-A', spills: { 'BV510-A': 0.08, 'BV605-A': 0.01 }, ...tuned(90, 3, '450/50', '380'), ...violet },
  {
    detector: 'BV510-A',
    spills: { 'BV421-A': 0.03, 'BV605-A': 0.22, 'BV711-A': 0.06, 'FITC-A': 0.01 },
    ...tuned(160, 6, '525/50', '430'),
    ...violet,
  },
  {
    detector: 'BV605-A',
    spills: { 'PE-A': 0.08, 'PerCP-Cy5-5-A': 0.1, 'BV711-A': 0.2, 'BV786-A': 0.05, 'BV510-A': 0.01 },
    ...tuned(100, 6, '610/20', '455'),
    ...violet,
  },
  {
    detector: 'BV711-A',
    spills: { 'BV786-A': 0.33, 'APC-R700-A': 0.07, 'PerCP-Cy5-5-A': 0.08, 'BV421-A': 0.02 },
    ...tuned(55, 8, '710/50', '470'),
    ...violet,
  },
  {
    detector: 'BV786-A',
    spills: { 'BV711-A': 0.05, 'PE-Cy7-A': 0.08, 'APC-H7-A': 0.1, 'BV421-A': 0.03 },
    ...tuned(45, 11, '780/60', '485'),
    ...violet,
  },
] as const satisfies readonly Fluorochrome[];

function tuned(autofluorescence: number, unitsPerElectron: number, filter: string, voltage: string) {
  return { autofluorescence, unitsPerElectron, filter, voltage };
}

export type DetectorName = (typeof fluorochromes)[number]['detector'];

/** The spillover matrix of some dyes: rows are sources, columns detectors, the diagonal 1. */
export function spilloverMatrix(dyes: readonly Fluorochrome[]): number[][] {
  return dyes.map((source) => dyes.map((target) => (target.detector === source.detector ? 1 : (source.spills[target.detector] ?? 0))));
}

/** The text of $SPILLOVER (FCS 3.1): n, the detectors, the matrix row by row, with the factors at which the detectors stand. */
export function spilloverText(dyes: readonly Fluorochrome[], gains: readonly number[] = dyes.map(() => 1)): string {
  const rows = spilloverMatrix(dyes).map((row, source) => row.map((share, target) => (share * gains[target]!) / gains[source]!));
  return [dyes.length, ...dyes.map((dye) => dye.detector), ...rows.flat()].join(',');
}

import { type DetectorName, type Fluorochrome, fluorochromes } from './fluorochromes.ts';
import type { Marker } from './populations.ts';

/** A stained marker and the detector that sees its dye. */
export interface Stain {
  readonly marker: Marker;
  readonly dye: Fluorochrome;
  /** What the file calls it, where that is not the marker alone. */
  readonly label?: string;
}

/** Panels of the modern analyser. */
export const panels = {
  full: [
    stain('CD3', 'FITC-A'),
    stain('CD56', 'PE-A'),
    stain('CD16', 'PerCP-Cy5-5-A'),
    stain('CD69', 'PE-Cy7-A'),
    stain('TCRgd', 'APC-A'),
    stain('CD19', 'APC-R700-A'),
    stain('CD45', 'APC-H7-A'),
    stain('CD4', 'BV421-A'),
    stain('Viability', 'BV510-A'),
    stain('CD8', 'BV605-A'),
    stain('HLA-DR', 'BV711-A'),
    stain('CD14', 'BV786-A'),
  ],
  tbnk: [
    stain('CD3', 'FITC-A'),
    stain('CD56', 'PE-A', 'CD16+56'),
    stain('CD45', 'PerCP-Cy5-5-A'),
    stain('CD4', 'PE-Cy7-A'),
    stain('CD19', 'APC-A'),
    stain('CD8', 'APC-H7-A'),
  ],
  // CD7 and CADM1 stand in the places of two markers that the tube does not have (simulate-atl.ts)
  atl: [
    stain('CD3', 'FITC-A'),
    stain('CD69', 'PE-A', 'CADM1'),
    stain('CD45', 'PerCP-Cy5-5-A'),
    stain('CD4', 'PE-Cy7-A'),
    stain('TCRgd', 'APC-A', 'CD7'),
    stain('CD8', 'APC-H7-A'),
    stain('Viability', 'BV510-A'),
  ],
  basic: [stain('CD3', 'FITC-A'), stain('CD56', 'PE-A'), stain('Viability', 'BV510-A')],
} as const satisfies { readonly [name: string]: readonly Stain[] };

export type PanelName = keyof typeof panels;

function stain(marker: Marker, detector: DetectorName, label?: string): Stain {
  const dye = fluorochromes.find((each) => each.detector === detector);
  if (!dye) throw new Error(`no such detector: ${detector}`);
  return { marker, dye, ...(label === undefined ? {} : { label }) };
}

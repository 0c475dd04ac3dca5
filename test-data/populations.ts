export const markers = ['CD3', 'CD56', 'CD16', 'CD4', 'CD8', 'CD19', 'CD14', 'CD69', 'HLA-DR', 'TCRgd', 'CD45', 'Viability'] as const;
export type Marker = (typeof markers)[number];

export const populationNames = [
  'cd4-t',
  'cd8-t',
  'gd-t',
  'nkt-like',
  'gd-t-cd56',
  'nk-cd56dim',
  'nk-cd56bright',
  'b',
  'monocyte',
  'other',
] as const;
export type PopulationName = (typeof populationNames)[number];

/** Median signal as a power of ten on an 18-bit linear scale, and its spread in decades. */
export type Level = readonly [log10: number, spread: number];

export interface Population {
  readonly name: PopulationName;
  /** The quarter of CD3 x CD56 in which its cells belong; monocytes are kept apart. */
  readonly quarter: 'nk' | 'nkt-like' | 't' | 'neither' | 'monocyte';
  readonly levels: Partial<Record<Marker, Level>>;
  /** Markers that only a share of its cells carries. */
  readonly sometimes?: readonly { readonly marker: 'CD4' | 'CD8'; readonly share: number; readonly level: Level }[];
  /** Scatter relative to a resting lymphocyte. */
  readonly forward?: number;
  readonly side?: number;
  readonly autofluorescence?: number;
}

/** What binds unspecifically to a cell that lacks the marker. */
export const background: Level = [1.3, 0.3];

const leukocyte: Level = [4.6, 0.08];
const cd3: Level = [4.3, 0.09];
const cd4: Level = [4.5, 0.09];
const cd8: Level = [4.7, 0.11];
const cd8dim: Level = [3.85, 0.2];

export type Looks = Readonly<Record<PopulationName, Population>>;

/** Phenotypes as the textbooks draw them; the numbers are chosen to look like a well-titrated panel. */
export const populations: Looks = {
  'cd4-t': { name: 'cd4-t', quarter: 't', levels: { CD3: cd3, CD4: cd4, CD45: leukocyte } },
  'cd8-t': { name: 'cd8-t', quarter: 't', levels: { CD3: [4.25, 0.09], CD8: cd8, CD45: leukocyte } },
  // CD3 of gamma-delta T cells is brighter than that of other T cells.
  'gd-t': {
    name: 'gd-t',
    quarter: 't',
    levels: { CD3: [4.52, 0.1], TCRgd: [4.3, 0.14], CD45: leukocyte },
    sometimes: [{ marker: 'CD8', share: 0.3, level: cd8dim }],
  },
  'nkt-like': {
    name: 'nkt-like',
    quarter: 'nkt-like',
    levels: { CD3: [4.22, 0.11], CD56: [3.75, 0.27], CD45: leukocyte },
    sometimes: [
      { marker: 'CD8', share: 0.75, level: [4.6, 0.15] },
      { marker: 'CD4', share: 0.15, level: cd4 },
    ],
  },
  'gd-t-cd56': {
    name: 'gd-t-cd56',
    quarter: 'nkt-like',
    levels: { CD3: [4.48, 0.1], TCRgd: [4.28, 0.14], CD56: [3.75, 0.25], CD45: leukocyte },
    sometimes: [{ marker: 'CD8', share: 0.4, level: cd8dim }],
  },
  'nk-cd56dim': {
    name: 'nk-cd56dim',
    quarter: 'nk',
    levels: { CD56: [3.95, 0.2], CD16: [4.25, 0.2], CD45: leukocyte },
    sometimes: [{ marker: 'CD8', share: 0.4, level: [3.75, 0.22] }],
    side: 1.1,
  },
  'nk-cd56bright': { name: 'nk-cd56bright', quarter: 'nk', levels: { CD56: [4.85, 0.14], CD45: leukocyte }, side: 1.05 },
  b: { name: 'b', quarter: 'neither', levels: { CD19: [4.2, 0.12], 'HLA-DR': [4.6, 0.12], CD45: [4.5, 0.09] }, forward: 0.98 },
  monocyte: {
    name: 'monocyte',
    quarter: 'monocyte',
    levels: { CD14: [4.6, 0.14], 'HLA-DR': [4.3, 0.25], CD4: [3.5, 0.16], CD45: [4.4, 0.1] },
    forward: 1.5,
    side: 2.6,
    autofluorescence: 2.5,
  },
  other: { name: 'other', quarter: 'neither', levels: { CD45: [4.5, 0.12] } },
};

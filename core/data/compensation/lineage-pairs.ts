/** Markers of which a cell carries one or the other, by panel id: what both have in common in a file is light that spills. */
export const lineagePairs: readonly (readonly [string, string])[] = [
  ['CD3', 'CD56'],
  ['CD3', 'CD16'],
  ['CD3', 'CD19'],
  ['CD3', 'CD14'],
  ['CD4', 'CD19'],
  ['CD8', 'CD19'],
  ['CD4', 'CD56'],
  ['CD8', 'CD14'],
  ['CD19', 'CD16'],
  ['CD19', 'CD14'],
  ['CD19', 'CD56'],
  ['CD14', 'CD56'],
  ['CD4', 'CD8'],
];

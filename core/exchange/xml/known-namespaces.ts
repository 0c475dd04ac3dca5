/** Namespaces of Gating-ML 2.0, by the prefix that the standard's own examples use. */
export const namespaces = {
  gating: 'http://www.isac-net.org/std/Gating-ML/v2.0/gating',
  transforms: 'http://www.isac-net.org/std/Gating-ML/v2.0/transformations',
  'data-type': 'http://www.isac-net.org/std/Gating-ML/v2.0/datatypes',
} as const;

const known: ReadonlySet<string> = new Set(Object.values(namespaces));

export const isGatingMlNamespace = (uri: string): boolean => known.has(uri);

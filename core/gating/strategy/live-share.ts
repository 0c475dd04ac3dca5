import type { PlacedGate } from './population.ts';

/** Live cells among the lymphocytes by scatter, as the gate of live cells says: of single events debris and other cells are a part. */
export function liveShareOf(gate: PlacedGate | undefined): { readonly percent: number; readonly cells: number } | undefined {
  const values = gate?.automatic?.evidence.find(({ code }) => /^lymphocytes-live-/.test(code))?.values;
  const [percent, cells] = [values?.['live'], values?.['cells']];
  return typeof percent === 'number' && typeof cells === 'number' ? { percent, cells } : undefined;
}

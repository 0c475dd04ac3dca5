import { type Gate, kindOf, mapCoordinates, partsOf } from '../../../core/gating/gates/gates.ts';
import type { Handle } from '../../../core/gating/gates/kind/editing.ts';
import type { PlotWindow, Point } from '../../../core/gating/gates/kind/geometry.ts';

export const handlesOf = (gate: Gate, window: PlotWindow): readonly Handle[] => kindOf(gate).editing?.handles(gate, window) ?? [];

export const withHandle = (gate: Gate, id: string, at: Point): Gate => kindOf(gate).editing?.withHandle(gate, id, at) ?? gate;

export const movesWhole = (gate: Gate): boolean => kindOf(gate).editing?.movesWhole ?? false;

/** The whole gate moved; open ends stay open. */
export const movedGate = (gate: Gate, by: Point): Gate =>
  mapCoordinates(
    gate,
    by.map((step) => (at) => at + step),
  ) ?? gate;

/** Which population of a gate a point of the plot belongs to; undefined outside. A gate is pressed inside its lines, whichever side it means. */
export const partAt = (gate: Gate, at: Point): number | undefined => partTest(gate)(at);

/** The same for many points: what the test needs of the gate is made once. */
export function partTest(gate: Gate): (at: Point) => number | undefined {
  const { outside: _, ...inside }: Gate & { readonly outside?: boolean | undefined } = gate;
  const test = partsOf(inside as Gate)?.test;
  return ([x, y]) => {
    const part = test?.(x, y) ?? 0;
    return part === 0 ? undefined : part - 1;
  };
}

import type { Evidence } from '../automatic/kind/step.ts';
import type { Density } from './density-1d.ts';
import type { RunAxis } from './run-axis.ts';
import { pointsBetween, rounded } from './sensitivity.ts';

/** What other files of the run said of the cut, for its sentences. */
export function runEvidence({ control, siblings }: RunAxis, position: number, density: Density, axis = ''): readonly Evidence[] {
  const off = (at: number) => rounded(pointsBetween(density, position, at));
  return [
    ...(control === undefined
      ? []
      : [{ code: `control-${control.kind}`, values: { axis, file: control.file, points: off(control.edge) } }]),
    ...(siblings === undefined ? [] : [{ code: 'siblings', values: { axis, samples: siblings.samples, points: off(siblings.cut) } }]),
  ];
}

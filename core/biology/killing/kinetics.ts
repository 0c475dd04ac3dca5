import { areaUnder } from './compare-curves.ts';

/** Signals of one well with effectors and of targets alone over hours (impedance, image), each as a multiple of its first. */
export interface Series {
  readonly hours: readonly number[];
  readonly test: readonly number[];
  readonly alone: readonly number[];
}

export interface Kinetics {
  /** Percent at each hour. */
  readonly cytolysis: readonly number[];
  /** Hours until half of the targets are gone, between two readings by a straight line; undefined where it is not reached. */
  readonly kt50: number | undefined;
  /** Percent times hours. */
  readonly area: number;
}

export function kineticsOf({ hours, test, alone }: Series): Kinetics {
  const cytolysis = test.map((signal, i) => 100 * (1 - signal / alone[i]!));
  const after = cytolysis.findIndex((percent) => percent >= 50);
  const before = after - 1;
  const kt50 =
    after <= 0
      ? hours[after]
      : hours[before]! + ((hours[after]! - hours[before]!) * (50 - cytolysis[before]!)) / (cytolysis[after]! - cytolysis[before]!);
  return { cytolysis, kt50, area: areaUnder(hours, cytolysis) };
}

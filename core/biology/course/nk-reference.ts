export interface ControlRatio {
  readonly ratio: number;
  readonly se: number;
  /** `low`: half of what the control gave on the same day, or less. */
  readonly verdict: 'low' | 'within';
}

/** A patient's NK activity against that of a control measured in parallel; both in percent with their standard errors. */
export function ratioToControl(patient: number, patientSe: number, control: number, controlSe: number): ControlRatio {
  const ratio = patient / control;
  return { ratio, se: Math.hypot(patientSe / control, (ratio * controlSe) / control), verdict: ratio <= 0.5 ? 'low' : 'within' };
}

/** Percent lysis in healthy donors, by effector-target ratio. */
export type ReferenceIntervals = { readonly [ratio: string]: readonly [low: number, high: number] };

/** Undefined where there is no interval of this very ratio: none is ever used across ratios. */
export function judgeByReference(lysis: number, ratio: number, intervals: ReferenceIntervals): 'below' | 'within' | 'above' | undefined {
  const interval = Object.hasOwn(intervals, String(ratio)) ? intervals[String(ratio)] : undefined;
  if (interval === undefined) return undefined;
  if (lysis < interval[0]) return 'below';
  return lysis > interval[1] ? 'above' : 'within';
}

/** NK cells per microlitre of blood by two instruments: white cells of the analyser, percentages of the cytometer. */
export const absoluteNk = (whiteCellsPerMicrolitre: number, lymphocytePercent: number, nkPercentOfLymphocytes: number): number =>
  (((whiteCellsPerMicrolitre * lymphocytePercent) / 100) * nkPercentOfLymphocytes) / 100;

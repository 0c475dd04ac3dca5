import type { EffectorResult, PlateResult } from '../killing/plate-result.ts';
import type { Observation } from './observation.ts';
import { type Taken, takenBy } from './taken.ts';

/**
 * NK activity of a donor by a plate: one value an E:T, with its interval and what the control donor of the same plate gave. What was
 * compared by another read-out, rule of injury or count of effectors is another method.
 */
export function takePlate(donor: string, plate: PlateResult, source: string): Taken {
  const own = plate.effectors.filter(({ effector }) => effector.donor === donor);
  if (own.length === 0) return { observations: [], left: [] };
  const { name, date, assay, verdict } = plate;
  const from = `${source} ${name}`;
  if (date === undefined) return { observations: [], left: [{ source: from, why: 'no-date' }] };
  const control = plate.effectors.find(({ effector }) => effector.isControl === true && effector.donor !== donor);
  const parts = own.map(({ effector, rows, withheld }): Taken => {
    if (withheld.length > 0) return { observations: [], left: [{ source: `${from}, ${effector.id}`, why: 'not-valid' }] };
    const told = rows.filter(({ ratios }) => ratios[assay.effector] !== undefined);
    const observations = told.map(({ ratios, lysis: { value, se, low, high } }): Observation => {
      const et = Number(ratios[assay.effector]!.toPrecision(6));
      const isSpread = Number.isFinite(se) && Number.isFinite(low) && Number.isFinite(high);
      return {
        ...{ id: `plate ${source.slice(0, 12)} ${effector.id} ${et}`.slice(0, 100), donor, kind: 'nk-activity', on: date, value },
        ...(isSpread ? { se, low, high } : {}),
        ...{ method: `${assay.readout}, ${assay.injured}, ${assay.effector}`, target: assay.target, et, hours: assay.hours },
        ...(effector.lot === undefined ? {} : { lot: effector.lot }),
        ...controlAt(control, ratios[effector.basis]),
        ...(verdict === 'invalid' ? { invalid: true as const } : {}),
        ...{ source: `${name}, ${effector.id}, ${date}`.slice(0, 500), by: takenBy },
      };
    });
    const left = told.length < rows.length ? [{ source: `${from}, ${effector.id}`, why: 'no-ratio' as const }] : [];
    return { observations, left };
  });
  return { observations: parts.flatMap(({ observations }) => observations), left: parts.flatMap(({ left }) => left) };
}

/** The control at the same plated E:T; none where it has no such wells. */
function controlAt(control: EffectorResult | undefined, plated: number | undefined): Pick<Observation, 'control'> {
  if (control === undefined || control.withheld.length > 0 || plated === undefined) return {};
  const row = control.rows.find(({ ratios }) => ratios[control.effector.basis] === plated);
  if (row === undefined) return {};
  const { value, se } = row.lysis;
  const { donor } = control.effector;
  return { control: { value, ...(Number.isFinite(se) ? { se } : {}), ...(donor === undefined ? {} : { donor }) } };
}

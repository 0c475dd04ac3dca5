import type { KeptLysis, KeptPlate } from '../killing/kept-plate.ts';
import type { Effector } from '../killing/plate.ts';
import type { Observation } from './observation.ts';
import { type LeftOut, type Taken, takenBy } from './taken.ts';

/**
 * NK activity of a donor by a kept plate: one value an E:T, with its interval and what the control donor of the same plate gave. Another
 * read-out, form of lysis, rule of injury or count of effectors is another method.
 */
export function takePlate(donor: string, id: string, { plate, assay, verdict, lysis, problems }: KeptPlate): Taken {
  const own = plate.effectors.filter((effector) => effector.donor === donor);
  const { name, date } = plate;
  if (own.length === 0) return { observations: [], left: [] };
  if (date === undefined) return { observations: [], left: [{ source: name, why: 'no-date' }] };
  const control = plate.effectors.find(({ isControl, donor: of }) => isControl === true && of !== donor);
  const controls = lysis.filter(({ effector }) => effector === control?.id);
  const left: LeftOut[] = [];
  const observations = own.flatMap((effector) => {
    const rows = lysis.filter((row) => row.effector === effector.id);
    const source = `${name}, ${effector.id}, ${date}`.slice(0, 500);
    if (rows.length === 0 && problems.some((problem) => problem.startsWith(`${effector.id} `))) left.push({ source, why: 'not-valid' });
    if (rows.some(({ ratios }) => ratios[assay.effector] === undefined)) left.push({ source, why: 'no-ratio' });
    return rows.flatMap(({ ratios, form, lysis: value, low, high }): readonly Observation[] => {
      const et = ratios[assay.effector];
      if (et === undefined) return [];
      return [
        {
          ...{ id: `plate ${id.slice(0, 16)} ${effector.id} ${et}`.slice(0, 100), donor, kind: 'nk-activity', on: date, value },
          ...(low === undefined || high === undefined ? {} : { low, high }),
          ...{ method: [assay.readout, form, assay.injured, assay.effector].join(', '), target: assay.target },
          ...{ et: Number(et.toPrecision(6)), hours: assay.hours },
          ...(effector.lot === undefined ? {} : { lot: effector.lot }),
          ...(control?.basis === effector.basis ? controlAt(controls, ratios, control) : {}),
          ...(verdict === 'invalid' ? { invalid: true as const } : {}),
          ...{ source, by: takenBy },
        },
      ];
    });
  });
  return { observations, left };
}

/** The control as it was plated: as many cells for a target, counted alike; none where it has no such wells. */
function controlAt(rows: readonly KeptLysis[], ratios: KeptLysis['ratios'], { basis, donor }: Effector): Pick<Observation, 'control'> {
  const row = rows.find((one) => one.ratios[basis] !== undefined && one.ratios[basis] === ratios[basis]);
  return row === undefined ? {} : { control: { value: row.lysis, ...(donor === undefined ? {} : { donor }) } };
}

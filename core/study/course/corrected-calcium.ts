import type { Observation } from './observation.ts';
import { takenBy } from './taken.ts';

/** Albumin from which nothing is corrected, g/dL. */
const FULL = 4;

/**
 * Calcium for an albumin of 4 g/dL (Payne): Ca + (4 - albumin), where both were measured of the donor on one day at one time and albumin lies
 * below 4 g/dL. Computed, and named so; never of a limit.
 */
export function correctedCalcium(observations: readonly Observation[]): readonly Observation[] {
  const key = ({ donor, on, time = '' }: Observation): string => `${donor} ${on} ${time}`;
  const exact = (kind: Observation['kind']) =>
    observations.filter((one) => one.kind === kind && one.value !== undefined && one.censored === undefined);
  const albumins = new Map(exact('albumin').map((one) => [key(one), one]));
  return exact('calcium').flatMap((calcium): readonly Observation[] => {
    const albumin = albumins.get(key(calcium));
    if (albumin?.value === undefined || calcium.value === undefined || albumin.value >= FULL) return [];
    const { donor, on, time } = calcium;
    return [
      {
        ...{ id: `corrected ${calcium.id}`.slice(0, 100), donor, kind: 'corrected-calcium', on, method: 'Payne' },
        ...(time === undefined ? {} : { time }),
        value: Number((calcium.value + FULL - albumin.value).toFixed(3)),
        ...{ source: `${calcium.source}; ${albumin.source}`.slice(0, 500), by: takenBy },
      },
    ];
  });
}

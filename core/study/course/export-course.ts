import { addDays } from '../../base/calendar-day.ts';
import type { CourseSource } from './course-source.ts';
import type { Observation } from './observation.ts';
import { kindOf } from './observation-kinds.ts';

/** How a donor's course leaves the laboratory. */
export interface ExportWish {
  /** Words that persons typed: of notes, reactions and therapies. */
  readonly texts: boolean;
  /** All dates are moved by so many whole weeks; true ones where absent. */
  readonly weeks?: number | undefined;
}

/** What is written down of it. */
export interface CourseExport extends ExportWish {
  readonly donor: string;
  readonly what: string;
}

/**
 * What leaves: without free text unless it is asked for. Where dates are moved, names that may hold a date (files, lots, doses, records)
 * are numbers, since one of them would undo it.
 */
export function exportedSource(source: CourseSource, { texts, weeks }: ExportWish): CourseSource {
  const spoken = <S extends Observation>(one: S): S => (texts || kindOf(one.kind).units.length > 0 ? one : { ...one, text: '—' });
  if (weeks === undefined) return { ...source, observations: source.observations.map(spoken), taken: source.taken.map(spoken) };
  const move = (day: string) => addDays(day, 7 * weeks);
  const numbers = new Map<string, number>();
  const numbered = (kind: string, name: string): string => {
    const key = `${kind} ${name}`;
    const known = numbers.get(key) ?? [...numbers.keys()].filter((one) => one.startsWith(`${kind} `)).length + 1;
    numbers.set(key, known);
    return `${kind} ${known}`;
  };
  let count = 0;
  const moved = (given: Observation): Observation => {
    const one = spoken(given);
    return {
      ...one,
      ...{ id: `#${++count}`, on: move(one.on), source: numbered('source', one.source), by: '—' },
      ...(one.until === undefined ? {} : { until: move(one.until) }),
      ...(one.lot === undefined ? {} : { lot: numbered('lot', one.lot) }),
    };
  };
  return {
    doses: source.doses.map((dose) => ({
      ...dose,
      ...{ material: numbered('dose', dose.material), lot: numbered('lot', dose.lot), on: move(dose.on) },
    })),
    observations: source.observations.map(moved),
    taken: source.taken.map(moved),
    left: source.left.map(({ source: from, why }) => ({ source: numbered('source', from), why })),
  };
}

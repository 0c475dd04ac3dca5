import { daysBetween } from '../../base/calendar-day.ts';
import { Problem } from '../../base/problem.ts';
import type { GivenDose } from './given-dose.ts';
import type { Observation } from './observation.ts';

/** One donor among many: when what happened, and how often. It counts; it compares nobody. */
export interface CohortLane {
  readonly donor: string;
  /** Of the first dose that was given. */
  readonly start: string | undefined;
  readonly diagnosis: string | undefined;
  readonly therapies: readonly { readonly on: string; readonly until: string; readonly text: string }[];
  readonly doses: readonly { readonly on: string; readonly isGiven: boolean }[];
  readonly infusions: number;
  readonly missed: number;
  readonly observations: number;
  /** The first and the last day that anything is known of. */
  readonly first: string | undefined;
  readonly last: string | undefined;
}

export function laneOf(donor: string, observations: readonly Observation[], given: readonly GivenDose[]): CohortLane {
  const doses = given.map(({ on, outcome }) => ({ on, isGiven: outcome !== 'missed' })).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const therapies = observations
    .filter(({ kind }) => kind === 'therapy')
    .map(({ on, until = on, text = '' }) => ({ on, until, text }))
    .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const days = [
    ...observations.flatMap(({ on, until }) => (until === undefined ? [on] : [on, until])),
    ...doses.map(({ on }) => on),
  ].sort();
  const infusions = doses.filter(({ isGiven }) => isGiven).length;
  return {
    ...{ donor, therapies, doses, infusions, missed: doses.length - infusions, observations: observations.length },
    start: doses.find(({ isGiven }) => isGiven)?.on,
    diagnosis: observations
      .filter(({ kind }) => kind === 'diagnosis')
      .map(({ on }) => on)
      .sort()[0],
    ...{ first: days[0], last: days.at(-1) },
  };
}

/** Days from the diagnosis until anything was done; undefined where either is not known. */
export function watchOf({ diagnosis, therapies, start }: CohortLane): { readonly from: string; readonly to: string } | undefined {
  const acts = [therapies[0]?.on, start].filter((day) => day !== undefined).sort();
  const [to] = acts;
  return diagnosis === undefined || to === undefined || daysBetween(diagnosis, to) <= 0 ? undefined : { from: diagnosis, to };
}

const term = /^(donor|infusions|missed|observations|start|last)(>=|<=|=|~)(.+)$/;

/** Which donors are meant: `donor~SIM infusions>=6 start>=2025-01-01`; nothing means all. Throws `course-query`. */
export function cohortFilter(query: string): (lane: CohortLane) => boolean {
  const tests = query
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '' && word !== 'all')
    .map((word) => {
      const found = term.exec(word);
      const [, field = '', sign = '', written = ''] = found ?? [];
      const isCount = field === 'infusions' || field === 'missed' || field === 'observations';
      if (found === null || (isCount && (sign === '~' || !/^\d+$/.test(written)))) throw new Problem('course-query', noQuery, { word });
      return (lane: CohortLane): boolean => {
        const value = lane[field as 'donor' | 'infusions' | 'start'];
        if (value === undefined) return false;
        const wanted = isCount ? Number(written) : written;
        if (sign === '~') return String(value).toLowerCase().includes(written.toLowerCase());
        if (sign === '=') return value === wanted;
        return sign === '>=' ? value >= wanted : value <= wanted;
      };
    });
  return (lane) => tests.every((test) => test(lane));
}

const noQuery = {
  en: '"{word}" is not understood; write such as donor~SIM, infusions>=6, start>=2025-01-01.',
  ja: '「{word}」は解釈できません。donor~SIM、infusions>=6、start>=2025-01-01のように書いてください。',
};

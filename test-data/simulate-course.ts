import { addDays } from '../core/base/calendar-day.ts';
import type { NewEvent } from '../core/biology/ledger/event.ts';
import type { Observation } from '../core/study/course/observation.ts';
import { seedRandom } from './random.ts';

export interface CourseOrder {
  readonly donor: string;
  readonly seed: number;
  /** The laboratory's E:T changes from 20:1 to 10:1 in the midst. */
  readonly changesRatio?: boolean;
  /** Temperatures in all, spread over the days after each dose. */
  readonly temperatures?: number;
  /** Courses of twelve doses, the first in June 2024; three over two years where absent. */
  readonly courses?: number;
}

export interface SimulatedCourse {
  readonly observations: readonly Observation[];
  /** The book of cells that the doses stand in. */
  readonly events: readonly NewEvent[];
  /** Peak of the fever after each given dose, in °C, and the NK activity before it: what was drawn, after rounding as a laboratory rounds. */
  readonly truth: readonly {
    readonly dose: string;
    readonly on: string;
    readonly peak: number | undefined;
    readonly nkBefore: number | undefined;
    /** From the infusion to the peak; the first course was written down without times. */
    readonly hours: number | undefined;
  }[];
}

const FIRST = '2024-06-03';
const doses = 12;

/** A simulated donor: computed, not measured; no patient. The same order gives the same course. */
export function simulateCourse({ donor, seed, changesRatio = false, temperatures = 1500, courses = 3 }: CourseOrder): SimulatedCourse {
  const random = seedRandom(`course ${donor}/${seed}`);
  const observations: Observation[] = [];
  const events: NewEvent[] = [];
  const truth: SimulatedCourse['truth'][number][] = [];
  const about = { donor, source: 'simulated', by: 'simulated' };
  const see = (one: Omit<Observation, keyof typeof about | 'id'>) =>
    observations.push({ ...about, id: `${donor}-${observations.length + 1}`, ...one });
  const act = (kind: NewEvent['kind'], lot: string, on: string, body: object) =>
    events.push({ id: `${donor}-E${events.length + 1}`, kind, lot, on, by: 'simulated', body } as NewEvent);
  const round = (value: number, digits = 1) => Number(value.toFixed(digits));
  const each = Math.max(1, Math.floor(temperatures / (courses * doses)));
  for (let course = 0; course < courses; course++) {
    const begin = addDays(FIRST, course * 301);
    const lot = `${donor}-L${course + 1}`;
    act('collect', lot, addDays(begin, -21), { material: `${lot}-C`, donor, count: { viable: 2e10 } });
    act('test-result', lot, addDays(begin, -2), { test: 'sterility', verdict: 'pass' });
    see({ kind: 'therapy', on: addDays(begin, -60), until: addDays(begin, -30), text: course === 0 ? 'mLSG15' : 'mogamulizumab' });
    let last: number | undefined;
    for (let n = 0; n < doses; n++) {
      const on = addDays(begin, 3.5 * n - (n % 2) * 0.5);
      const dose = `${lot}-X${n + 1}`;
      const outcome = course === 1 && n === 5 ? 'missed' : n === 3 ? 'partial' : 'full';
      if (n % 2 === 0) {
        const nk = round(18 + 30 * (1 - Math.exp(-n / 5)) + 3 * random.normal());
        const et = changesRatio && course * doses + n >= (courses * doses) / 2 ? 10 : 20;
        const reference = et === 20 ? { low: 17.1, high: 48.7 } : { low: 8.9, high: 29.5 };
        see({
          ...{ kind: 'nk-activity', on: addDays(on, -1), value: nk, low: round(nk - 4), high: round(nk + 4), method: '51Cr' },
          ...{ target: 'K562', et, hours: 4, laboratory: 'SIM lab', reference, control: { value: round(42 + 2 * random.normal()) } },
        });
        last = nk;
        const sil = 4200 * Math.exp(-0.08 * n - 0.6 * course) * Math.exp(0.1 * random.normal());
        see({ kind: 'sil2r', on: addDays(on, -1), value: Math.round(sil), laboratory: 'SIM lab', reference: { low: 122, high: 496 } });
        see({ kind: 'lymphocytes', on: addDays(on, -1), value: Math.round(1100 + 120 * random.normal()), laboratory: 'SIM lab' });
        see({ kind: 'ldh', on: addDays(on, -1), value: Math.round(260 + 25 * random.normal()), reference: { low: 124, high: 222 } });
        see(
          n === 0
            ? { kind: 'crp', on: addDays(on, -1), value: 0.05, censored: 'below' }
            : { kind: 'crp', on: addDays(on, -1), value: round(0.4 + 0.2 * random.uniform(), 2) },
        );
      }
      act('dose', lot, on, { from: `${lot}-C`, material: dose, cells: 8e8, nkPercent: 85 });
      act('release', lot, on, { materials: [dose] });
      act('infuse', lot, on, {
        material: dose,
        donor,
        outcome,
        ...(course === 0 ? {} : { time: '09:00' }),
        ...(outcome === 'partial' ? { cells: 4e8 } : {}),
      });
      if (outcome === 'missed') continue;
      const height = 0.6 + 1.7 * random.uniform();
      let peak: number | undefined;
      let hoursToPeak: number | undefined;
      // one dose a course without a thermometer
      for (let i = 0; n !== 8 && i < each; i++) {
        const minutes = Math.round(9 * 60 + (i * 38 * 60) / each);
        const hours = minutes / 60 - 9;
        const value = round(36.6 + height * (hours / 7) * Math.exp(1 - hours / 7) + 0.08 * random.normal());
        see({
          ...{ kind: 'temperature', on: addDays(on, Math.floor(minutes / 1440)), value },
          time: `${String(Math.floor((minutes % 1440) / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`,
        });
        if (peak === undefined || value > peak) hoursToPeak = hours;
        peak = Math.max(peak ?? value, value);
      }
      if (height > 2) see({ kind: 'reaction', on, text: 'chills', grade: 2 });
      truth.push({ dose, on, peak, nkBefore: last, hours: course === 0 ? undefined : hoursToPeak });
    }
  }
  return { observations, events, truth };
}

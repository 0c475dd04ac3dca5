import { daysBetween } from '../../base/calendar-day.ts';
import { type ControlRatio, ratioToControl } from '../../biology/course/nk-reference.ts';
import { areaUnder } from '../../biology/killing/compare-curves.ts';
import { type FeverAfterDose, feverAfterDoses } from './fever-after-doses.ts';
import { type GivenDose, momentOf } from './given-dose.ts';
import type { Observation } from './observation.ts';
import { kindOf, type ObservationName } from './observation-kinds.ts';
import type { LeftOut } from './taken.ts';

/** A point of a series. `day` counts from the first dose (day 0), or from the first observation without one. */
export interface CoursePoint {
  readonly id: string;
  readonly on: string;
  readonly time?: string | undefined;
  /** Days and parts of a day. */
  readonly day: number;
  readonly value: number | undefined;
  readonly censored?: 'below' | 'above' | undefined;
  readonly text?: string | undefined;
  /** Confidence limits of the value. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** Of cells of this lot. */
  readonly lot?: string | undefined;
  /** The control donor of the same plate, and the ratio to it: `low` is half of it or less. */
  readonly control?:
    | { readonly value: number; readonly donor?: string | undefined; readonly ratio: Pick<ControlRatio, 'ratio' | 'verdict'> | undefined }
    | undefined;
  readonly invalid?: true | undefined;
  readonly source: string;
}

/** What was measured alike. A change of method, target, hours or E:T begins another panel: no line joins them. */
export interface CoursePanel {
  readonly kind: ObservationName;
  readonly key: string;
  readonly method?: string | undefined;
  readonly target?: string | undefined;
  readonly et?: number | undefined;
  readonly hours?: number | undefined;
  readonly laboratory?: string | undefined;
  /** Of cells of a product, never of the donor's blood. */
  readonly isProduct: boolean;
  readonly unit: string;
  readonly reference?: { readonly low?: number | undefined; readonly high?: number | undefined } | undefined;
  readonly points: readonly CoursePoint[];
}

/** NK activity of one panel around the doses; undefined under two points. */
interface NkCourse {
  readonly key: string;
  readonly before: number | undefined;
  readonly peak: number | undefined;
  readonly change: number | undefined;
  /** Percent times days. */
  readonly area: number | undefined;
  /** The last value before each dose but the first. */
  readonly troughs: readonly { readonly material: string; readonly value: number | undefined }[];
}

export interface PatientCourse {
  readonly donor: string;
  /** Day 0. */
  readonly start: string | undefined;
  readonly doses: readonly (GivenDose & { readonly day: number })[];
  readonly panels: readonly CoursePanel[];
  readonly lanes: readonly Observation[];
  readonly notes: readonly Observation[];
  readonly fever: readonly FeverAfterDose[];
  readonly nk: readonly NkCourse[];
  /** What could not be placed, and why. */
  readonly left: readonly LeftOut[];
}

/** Everything of one donor on one time line. It shows; it judges nobody. */
export function courseOf(donor: string, observations: readonly Observation[], given: readonly GivenDose[]): PatientCourse {
  const own = observations.filter((one) => one.donor === donor);
  const doses = [...given].sort((a, b) => (momentOf(a) < momentOf(b) ? -1 : 1));
  const start = doses.find(({ outcome }) => outcome !== 'missed')?.on ?? own.map(({ on }) => on).sort()[0];
  const days = new Map<string, number>();
  const dateOf = (on: string): number => {
    const known = days.get(on);
    if (known !== undefined) return known;
    const day = start === undefined ? 0 : daysBetween(start, on);
    days.set(on, day);
    return day;
  };
  const dayOf = (on: string, time?: string): number => dateOf(on) + (time === undefined ? 0 : minutes(time) / 1440);
  const panels = panelsOf(own, dayOf);
  return {
    donor,
    start,
    doses: doses.map((dose) => ({ ...dose, day: dayOf(dose.on, dose.time) })),
    panels,
    lanes: own.filter(({ kind }) => kind === 'therapy'),
    notes: own.filter(({ kind }) => kind !== 'therapy' && kindOf(kind).units.length === 0),
    fever: feverAfterDoses(doses, own, dayOf),
    nk: panels.filter(({ kind, isProduct }) => kind === 'nk-activity' && !isProduct).map((panel) => nkOf(panel, doses)),
    left: [],
  };
}

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function panelsOf(observations: readonly Observation[], dayOf: (on: string, time?: string) => number): readonly CoursePanel[] {
  const groups = new Map<string, Observation[]>();
  for (const one of observations) {
    if (kindOf(one.kind).units.length === 0) continue;
    const key = [one.kind, one.method, one.target, one.et, one.hours, one.lot && 'product'].map((part) => part ?? '').join('|');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups].map(([key, group]): CoursePanel => {
    const [first] = group as [Observation, ...Observation[]];
    const { kind, method, target, et, hours } = first;
    return {
      ...{ kind, key, method, target, et, hours, laboratory: first.laboratory, isProduct: first.lot !== undefined },
      unit: kindOf(kind).units[0]?.names[0] ?? '',
      reference: group.findLast(({ reference }) => reference !== undefined)?.reference,
      points: group.map((one) => pointOf(one, dayOf(one.on, one.time))).sort((a, b) => a.day - b.day),
    };
  });
}

function pointOf({ id, on, time, value, censored, text, low, high, lot, control, invalid, source }: Observation, day: number): CoursePoint {
  // nothing is said of a ratio to a control that lysed nothing
  const ratio = control === undefined || value === undefined || control.value <= 0 ? undefined : ratioToControl(value, 0, control.value, 0);
  return {
    ...{ id, on, time, day, value, censored, text, low, high, lot },
    ...{
      control: control && { value: control.value, donor: control.donor, ratio: ratio && { ratio: ratio.ratio, verdict: ratio.verdict } },
      invalid,
      source,
    },
  };
}

function nkOf({ key, points }: CoursePanel, doses: readonly GivenDose[]): NkCourse {
  const known = points.filter(
    (point): point is CoursePoint & { readonly value: number } => point.value !== undefined && point.invalid === undefined,
  );
  /** A limit is no value: what stands on one is withheld, and never told by the value beside it. */
  const exact = (point: (typeof known)[number] | undefined) => (point?.censored === undefined ? point?.value : undefined);
  const isExact = known.every(({ censored }) => censored === undefined);
  const given = doses.filter(({ outcome }) => outcome !== 'missed');
  const first = given[0]?.on;
  const isEnough = known.length >= 2;
  const before = isEnough && first !== undefined ? exact(known.findLast(({ on }) => on <= first)) : undefined;
  const after = first === undefined ? known : known.filter(({ on }) => on > first);
  const peak =
    isEnough &&
    after.length > 0 &&
    after.every(({ censored }) => censored !== 'above') &&
    after.some(({ censored }) => censored === undefined)
      ? exact(after.reduce((high, one) => (one.value > high.value ? one : high)))
      : undefined;
  return {
    ...{ key, before, peak },
    change: before === undefined || peak === undefined ? undefined : peak - before,
    area:
      isEnough && isExact
        ? areaUnder(
            known.map(({ day }) => day),
            known.map(({ value }) => value),
          )
        : undefined,
    troughs: given.slice(1).map(({ material, on }, i) => ({
      material,
      value: isEnough ? exact(known.findLast((point) => point.on <= on && point.on > given[i]!.on)) : undefined,
    })),
  };
}

import type { LandmarkRecord } from './landmarks.ts';
import { chartControl, FEWEST_BASELINE, type LeveyJennings, targetOf } from './levey-jennings.ts';

/** The charts of one group, and whether its unattended gating must stop. */
export interface GroupState {
  readonly group: string;
  readonly charts: { readonly [landmark: string]: LeveyJennings };
  /** Why the group is paused; empty where it is not. A person lifts a pause by starting a new baseline. */
  readonly breaches: readonly { readonly landmark: string; readonly rule: string; readonly at: string; readonly sha256: string }[];
  readonly paused: boolean;
}

/** Changes of a landmark below this (display scale) move no result and pause nothing, however regular the material. */
const SMALLEST_SD = 0.005;

/**
 * Charts the landmarks of control material group by group. The first runs set the target; a breach among the latest `recent` runs
 * pauses the group: it is never silently adapted to.
 */
export function chartGroups(records: readonly LandmarkRecord[], recent = 10): readonly GroupState[] {
  const groups = new Map<string, LandmarkRecord[]>();
  for (const record of records) if (record.control) groups.set(record.group, [...(groups.get(record.group) ?? []), record]);
  return [...groups].map(([group, of]) =>
    chartGroup(
      group,
      of.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
      recent,
    ),
  );
}

function chartGroup(group: string, records: readonly LandmarkRecord[], recent: number): GroupState {
  const names = [...new Set(records.flatMap(({ landmarks }) => Object.keys(landmarks)))].toSorted();
  const charts: { [landmark: string]: LeveyJennings } = {};
  const breaches: GroupState['breaches'][number][] = [];
  for (const landmark of names) {
    const with_ = records.filter(({ landmarks }) => landmarks[landmark] !== undefined);
    const values = with_.map(({ landmarks }) => landmarks[landmark]!);
    const target = targetOf(values.slice(0, FEWEST_BASELINE));
    if (target === undefined) continue;
    const chart = chartControl(values, { target: target.target, sd: Math.max(SMALLEST_SD, target.sd) });
    charts[landmark] = chart;
    for (const { rule, at, severity } of chart.breaks)
      if (severity === 'breach' && at >= Math.max(FEWEST_BASELINE, values.length - recent))
        breaches.push({ landmark, rule, at: with_[at]!.at, sha256: with_[at]!.sha256 });
  }
  return { group, charts, breaches, paused: breaches.length > 0 };
}

/** Whether a sample of this group may be gated unattended. */
export const mayGateUnattended = (states: readonly GroupState[], group: string): boolean =>
  states.every((state) => state.group !== group || !state.paused);

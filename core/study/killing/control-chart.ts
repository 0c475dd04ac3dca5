import { deviationOf, meanOf } from '../../base/math/spread.ts';
import { studentQuantile } from '../../base/math/student.ts';
import { differsIn } from './assay.ts';
import { worstVerdict } from './judge-plate.ts';
import type { ControlChart, EffectorResult, PlateResult, PlateRule } from './plate-result.ts';

/** Plates that make a chart; until then nothing is judged by it. */
const FEWEST_PLATES = 5;

/**
 * Plates with their control donor judged by its own chart: what lysis at its highest E:T was on five earlier plates or more that were measured
 * alike, and are valid themselves, says where the next one lies (95 % prediction of a mean and deviation that are estimated).
 */
export function chartControls(plates: readonly PlateResult[], earlier: readonly PlateResult[] = []): readonly PlateResult[] {
  const known = [...earlier];
  const order = plates
    .map((plate, i) => ({ plate, i }))
    .sort((a, b) => (a.plate.date ?? '').localeCompare(b.plate.date ?? '') || a.i - b.i);
  const judged = new Map<PlateResult, PlateResult>();
  for (const { plate } of order) {
    const charts = plate.effectors.filter(({ effector }) => effector.isControl === true).map((control) => chartOf(plate, control, known));
    const now = charts.length === 0 ? plate : withCharts(plate, charts);
    judged.set(plate, now);
    if (now.verdict !== 'invalid') known.push(now);
  }
  return plates.map((plate) => judged.get(plate) ?? plate);
}

interface Judged {
  readonly rule: PlateRule;
  readonly chart?: ControlChart;
}

function chartOf(plate: PlateResult, control: EffectorResult, known: readonly PlateResult[]): Judged {
  const donor = donorOf(control);
  const [top] = control.rows;
  if (top === undefined) return { rule: { rule: 'control-donor', of: donor, value: undefined, limit: undefined, verdict: 'invalid' } };
  const basis = control.effector.basis;
  const before = known.flatMap((one) => {
    if (one.name === plate.name || differsIn(one.assay, plate.assay) !== undefined) return [];
    const same = one.effectors.find(
      ({ effector }) => effector.isControl === true && effector.basis === basis && donorOf({ effector }) === donor,
    );
    const row = same?.rows.find(({ ratios }) => ratios[basis] === top.ratios[basis]);
    return row === undefined ? [] : [{ plate: one.name, percent: row.lysis.value }];
  });
  const value = top.lysis.value;
  if (before.length < FEWEST_PLATES) return { rule: { rule: 'control-donor', of: donor, value, limit: undefined, verdict: 'no-chart' } };
  const values = before.map(({ percent }) => percent);
  const centre = meanOf(values);
  const reach = studentQuantile(0.975, values.length - 1) * deviationOf(values) * Math.sqrt(1 + 1 / values.length);
  const [lower, upper] = [centre - reach, centre + reach];
  return {
    rule: {
      rule: 'control-donor',
      of: donor,
      value,
      limit: [lower, upper],
      verdict: value >= lower && value <= upper ? 'good' : 'invalid',
    },
    chart: { donor, centre, lower, upper, points: [...before, { plate: plate.name, percent: value }] },
  };
}

const donorOf = ({ effector }: Pick<EffectorResult, 'effector'>): string => effector.donor ?? effector.lot ?? effector.id;

function withCharts(plate: PlateResult, charts: readonly Judged[]): PlateResult {
  const rules = [...plate.rules.filter(({ rule }) => rule !== 'control-donor'), ...charts.map(({ rule }) => rule)];
  return { ...plate, rules, verdict: worstVerdict(rules), controlCharts: charts.flatMap(({ chart }) => chart ?? []) };
}

/** Of each control donor the chart of the plate that was judged last. */
export function newestCharts(results: readonly PlateResult[]): readonly ControlChart[] {
  const longest = new Map<string, ControlChart>();
  for (const chart of results.flatMap(({ controlCharts = [] }) => controlCharts))
    if (chart.points.length > (longest.get(chart.donor)?.points.length ?? 0)) longest.set(chart.donor, chart);
  return [...longest.values()];
}

import { type BenchRow, quantile, row } from '../rows/bench-row.ts';
import { type Panel, panels } from './case.ts';
import type { Outcome } from './measure-case.ts';

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const isCalled = ({ classification }: Outcome): boolean => classification.group !== 'indeterminate';
const isRight = ({ classification, case: { group } }: Outcome): boolean => classification.group === group;
/** The method that a lot was made by is ruled out. */
const isOwnOut = ({ classification: { methods }, case: { method } }: Outcome): boolean =>
  methods.some((one) => one.method === method && one.status === 'out');
const sees = ({ case: { panels: seen }, panel }: Outcome): boolean => seen.includes(panel);

/** The figures of the benchmark. All in percent, but for the events. */
export function rowsOf(all: readonly Outcome[]): readonly BenchRow[] {
  const fitted = rowsBy(all.filter(({ by }) => by === 'fitted')).filter(({ key }) =>
    /^(right|called|out-of-profile-called$|rest-vs)/.test(key),
  );
  return [...rowsBy(all.filter(({ by }) => by === 'shipped')), ...fitted.map((one) => ({ ...one, key: `fitted-${one.key}` }))];
}

function rowsBy(outcomes: readonly Outcome[]): readonly BenchRow[] {
  const seen = outcomes.filter(sees);
  const lots = (panel: Panel) => seen.filter((one) => one.panel === panel && (one.case.kind === 'lot' || one.case.kind === 'low'));
  const share = (key: string, of: readonly Outcome[], holds: (one: Outcome) => boolean) => counted(key, of.filter(holds).length, of.length);
  const outside = seen.filter((one) => one.case.kind === 'out');
  const blood = lots('A').filter(({ case: { method } }) => method === 'resting' || method === 'nih-lak');
  const events = [...new Map(outcomes.map((one) => [one.case.name, one.events])).values()];
  return [
    ...panels.map((panel) => share(`right-among-called-${panel}`, lots(panel).filter(isCalled), isRight)),
    ...panels.map((panel) => share(`called-${panel}`, lots(panel), isCalled)),
    share('out-of-profile-called', outside, isCalled),
    share('rest-vs-lak-called-A', blood, ({ classification }) => ['resting', 'nih-lak'].includes(classification.method)),
    row('median-events', 'events', quantile(events, 0.5), events),
    ...panels.map((panel) =>
      share(
        `out-of-profile-called-${panel}`,
        outside.filter((one) => one.panel === panel),
        isCalled,
      ),
    ),
    share(
      'low-event-called',
      seen.filter((one) => one.case.kind === 'low'),
      isCalled,
    ),
    share(
      'simplex-called-A',
      seen.filter((one) => one.case.kind === 'simplex'),
      isCalled,
    ),
    ...panels.map((panel) => share(`own-method-out-${panel}`, lots(panel), isOwnOut)),
    flippedRow(outcomes),
  ];
}

const counted = (key: string, part: number, n: number): BenchRow => ({ ...row(key, '%', percent(part, n), []), n });

/** Cases that one panel calls one group and another panel another. */
function flippedRow(outcomes: readonly Outcome[]): BenchRow {
  const calls = new Map<string, Set<string>>();
  for (const one of outcomes)
    if (isCalled(one)) calls.set(one.case.name, (calls.get(one.case.name) ?? new Set()).add(one.classification.group));
  const flipped = [...calls.values()].filter((groups) => groups.size > 1).length;
  return counted('flipped', flipped, calls.size);
}

export interface TableLine {
  readonly name: string;
  readonly panel: Panel;
  readonly n: number;
  readonly called: number;
  readonly right: number;
}

/** Called and right of each method and each kind of outsider. */
export function tableOf(outcomes: readonly Outcome[]): readonly TableLine[] {
  const groups = new Map<string, Outcome[]>();
  for (const one of outcomes.filter((each) => sees(each) && each.by === 'shipped')) {
    const name = one.case.kind === 'out' ? one.case.name.replace(/ #\d+$/, '') : `${one.case.method ?? ''} ${one.case.kind}`.trim();
    const key = `${name}\t${one.panel}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, of]) => {
    const [name = '', panel] = key.split('\t');
    return {
      name,
      panel: panel as Panel,
      n: of.length,
      called: of.filter(isCalled).length,
      right: of.filter((one) => isCalled(one) && isRight(one)).length,
    };
  });
}

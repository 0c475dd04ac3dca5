import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { gatedBy } from '../../../core/study/session/document/group-members.ts';
import { protocolFor, sampleAt } from '../../store/document.ts';
import { remembered } from '../../store/remembered.ts';
import { groupResults } from '../../store/selectors.ts';
import type { SampleKey, State } from '../../store/state.ts';

export interface TableRow {
  readonly key: SampleKey;
  /** With the group that gates it now. */
  readonly analysis: SampleAnalysis;
}

const grouped = new WeakMap<SampleAnalysis, Map<string | null | undefined, SampleAnalysis>>();
const least = new WeakMap<SampleAnalysis, number>();

/** The samples of the session, or of the group that is shown, that were gated, as a table shows them. */
export function tableRows(state: Pick<State, 'session' | 'results' | 'view'>): readonly TableRow[] {
  const document = state.session.history.present;
  return groupResults(state).flatMap(({ key, analysis }): TableRow[] => {
    if (analysis === undefined) return [];
    const sample = sampleAt(document, key);
    const { group } = sample === undefined ? {} : gatedBy(document, sample);
    const made = remembered(grouped, analysis.value, () => new Map<string | null | undefined, SampleAnalysis>());
    const row = made.get(group) ?? withGroup(analysis.value, group);
    made.set(group, row);
    least.set(row, protocolFor(document, sample).statistics.minimumEvents);
    return [{ key, analysis: row }];
  });
}

/** Events that a parent needs in a sample of the table for its percentages to be shown, as its group or the protocol has it. */
export const minimumOf = (analysis: SampleAnalysis): number => least.get(analysis) ?? 0;

const withGroup = (analysis: SampleAnalysis, group: string | null | undefined): SampleAnalysis =>
  group === undefined ? analysis : { ...analysis, sample: { ...analysis.sample, group } };

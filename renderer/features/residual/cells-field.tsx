import { withCellKinds } from '../../../core/data/metadata/cell-counts.ts';
import { cellsOf } from '../../../core/show/residual/sentences.ts';
import { edit } from '../../context/edit.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { sampleAt } from '../../store/document.ts';
import type { SampleKey } from '../../store/state.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { messages } from './messages.ts';

/** Viable cells of the culture on a day, kept with the sample that names them, else with the largest. */
export function CellsField({ keys }: { readonly keys: readonly SampleKey[] }) {
  const app = useApp();
  const t = useMessages(messages);
  const sample = useWindow(({ session }) => {
    const samples = keys.flatMap((key) => sampleAt(session.history.present, key) ?? []);
    return samples.find(({ metadata }) => metadata.cells !== undefined) ?? samples[0];
  });
  if (sample === undefined) return null;
  const { cells, cellsKind, ...others } = sample.metadata;
  const commit = (text: string) => {
    const value = parseNumber(text);
    const metadata = value === undefined ? withCellKinds(others) : { ...others, cells: value, cellsKind: 'viable' as const };
    edit(app, { type: 'sample/metadata', sample: sample.id, metadata });
  };
  const isFit = (text: string) => text.trim() === '' || (parseNumber(text) ?? 0) > 0;
  return (
    <Field label={t('residualCells')} hint={cellsKind === 'total' ? t('residualCellsTotal', { cells: cellsOf(cells ?? 0) }) : undefined}>
      <DraftInput
        value={cells === undefined || cellsKind === 'total' ? '' : cells >= 1e6 ? cells.toExponential().replace('e+', 'e') : String(cells)}
        onCommit={commit}
        problemOf={(text) => (isFit(text) ? undefined : t('residualCellsWrong'))}
        label={t('residualCells')}
        numeric
        testId="residual-cells"
      />
    </Field>
  );
}

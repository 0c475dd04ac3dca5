import type { Problem } from '../../../core/base/problem.ts';
import { findMethod } from '../../../core/biology/classification/declared.ts';
import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { declaredCommands } from '../../../core/contract/commands.ts';
import { withCellKinds } from '../../../core/data/metadata/cell-counts.ts';
import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

export interface DeclarationProps {
  readonly metadata: SampleMetadata;
  readonly profiles: ProfileSet['methods'];
  readonly reference: string | undefined;
  /** Why no reference of the session fits. */
  readonly referenceProblem: Problem | undefined;
  readonly onChange: (metadata: SampleMetadata) => void;
}

const none = '';

/** What the laboratory says of the sample: method, day, counts. */
export function Declaration({ metadata, profiles, reference, referenceProblem, onChange }: DeclarationProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const known = metadata.declaredMethod === undefined ? undefined : findMethod(profiles, metadata.declaredMethod);
  const other = metadata.declaredMethod !== undefined && known === undefined ? metadata.declaredMethod : undefined;
  const options = [
    { id: none, label: t('notDeclared') },
    ...(other === undefined ? [] : [{ id: other, label: t('declaredAs', { method: other }) }]),
    ...profiles.map(({ method, name }) => ({ id: method, label: name[language] })),
  ];
  const set = (field: 'declaredMethod' | 'day' | 'seededCells' | 'cells', value: string | number | undefined) => {
    const { [field]: _, ...others } = metadata;
    onChange(withCellKinds(value === undefined || value === '' ? others : { ...others, [field]: value }));
  };
  const numberField = (field: 'day' | 'seededCells' | 'cells', word: MessageKey) => (
    <Field label={t(word)}>
      <DraftInput
        value={metadata[field] === undefined ? '' : written(metadata[field])}
        onCommit={(text) => set(field, parseNumber(text))}
        problemOf={(text) => (isFit(field, text) ? undefined : t(field === 'day' ? 'dayInvalid' : 'countInvalid'))}
        label={t(word)}
        numeric
        testId={`declared-${field}`}
      />
    </Field>
  );
  return (
    <section className="culture-declaration" aria-label={t('declaration')}>
      <h3>{t('declaration')}</h3>
      <Field label={t('declaredMethodOf')}>
        <Select
          value={known?.method ?? other ?? none}
          options={options}
          onChange={(id) => set('declaredMethod', id)}
          label={t('declaredMethodOf')}
          testId="declared-method"
        />
      </Field>
      {numberField('day', 'cultureDay')}
      {numberField('seededCells', metadata.seededCellsKind === 'total' ? 'seededTotal' : 'seededCells')}
      {numberField('cells', metadata.cellsKind === 'total' ? 'totalNow' : 'cellsNow')}
      <p className="culture-reference quiet small">
        {reference !== undefined
          ? t('referenceIs', { name: reference })
          : referenceProblem === undefined
            ? t('referenceNone', { command: declaredCommands['sample.toggle-reference'].words[language] })
            : t('referenceRefused', { why: referenceProblem.in(language) })}
      </p>
    </section>
  );
}

const written = (value: number): string => (value >= 1e6 ? value.toExponential().replace('e+', 'e') : formatValue(value));

function isFit(field: 'day' | 'seededCells' | 'cells', text: string): boolean {
  const value = parseNumber(text);
  return text.trim() === '' || (value !== undefined && (field === 'day' ? value >= 0 : value > 0));
}

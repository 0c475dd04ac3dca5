import '../../ui/panel.css';
import { roles, type SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { useWords } from '../../messages/language.ts';
import type { Word } from '../../messages/words.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';

export interface MetadataEditorProps {
  readonly metadata: SampleMetadata;
  /** The whole metadata after one field changed; an emptied field is absent. */
  readonly onChange: (metadata: SampleMetadata) => void;
  readonly disabled?: boolean;
}

type TextField = 'culture' | 'lot' | 'donor' | 'run' | 'omits' | 'declaredMethod';

/** What a person says about a sample. Each field commits by itself, on Enter or leaving. */
export function MetadataEditor({ metadata, onChange, disabled = false }: MetadataEditorProps) {
  const speak = useWords();
  const set = (field: TextField | 'day', value: string | number | undefined) => {
    const { [field]: _, ...others } = metadata;
    onChange(value === undefined || value === '' ? others : { ...others, [field]: value });
  };
  const textField = (field: TextField, word: Word, hint?: string) => (
    <Field label={speak(word)} hint={hint}>
      <DraftInput
        value={metadata[field] ?? ''}
        onCommit={(text) => set(field, text.trim())}
        label={speak(word)}
        disabled={disabled}
        testId={`metadata-${field}`}
      />
    </Field>
  );
  return (
    <section className="panel-section" aria-label={speak('details')} data-testid="metadata">
      <h3>{speak('details')}</h3>
      <Field label={speak('role')}>
        <Select
          value={metadata.role}
          options={roles.map((role) => ({ id: role, label: speak(`role.${role}`) }))}
          onChange={(role) => onChange({ ...metadata, role })}
          label={speak('role')}
          disabled={disabled}
          testId="metadata-role"
        />
      </Field>
      {metadata.role === 'fmo' && textField('omits', 'omits', speak('omitsHint'))}
      {textField('run', 'run')}
      {textField('culture', 'culture')}
      {textField('lot', 'lot')}
      {textField('donor', 'donor', speak('donorHint'))}
      <Field label={speak('day')}>
        <DraftInput
          value={metadata.day === undefined ? '' : formatValue(metadata.day)}
          onCommit={(text) => set('day', parseNumber(text))}
          problemOf={(text) => (text.trim() === '' || (parseNumber(text) ?? -1) >= 0 ? undefined : speak('dayInvalid'))}
          label={speak('day')}
          numeric
          disabled={disabled}
          testId="metadata-day"
        />
      </Field>
      {textField('declaredMethod', 'declaredMethod')}
    </section>
  );
}

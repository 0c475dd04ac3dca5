import '../../ui/panel.css';
import { roles, type SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

export interface MetadataEditorProps {
  readonly metadata: SampleMetadata;
  /** The whole metadata after one field changed; an emptied field is absent. */
  readonly onChange: (metadata: SampleMetadata) => void;
  readonly disabled?: boolean;
}

type TextField = 'culture' | 'lot' | 'donor' | 'run' | 'omits' | 'declaredMethod';

/** What a person says about a sample. Each field commits by itself, on Enter or leaving. */
export function MetadataEditor({ metadata, onChange, disabled = false }: MetadataEditorProps) {
  const t = useMessages(messages);
  const set = (field: TextField | 'day', value: string | number | undefined) => {
    const { [field]: _, ...others } = metadata;
    onChange(value === undefined || value === '' ? others : { ...others, [field]: value });
  };
  const textField = (field: TextField, word: MessageKey, hint?: string) => (
    <Field label={t(word)} hint={hint}>
      <DraftInput
        value={metadata[field] ?? ''}
        onCommit={(text) => set(field, text.trim())}
        label={t(word)}
        disabled={disabled}
        testId={`metadata-${field}`}
      />
    </Field>
  );
  return (
    <section className="panel-section" aria-label={t('details')} data-testid="metadata">
      <h3>{t('details')}</h3>
      <Field label={t('role')}>
        <Select
          value={metadata.role}
          options={roles.map((role) => ({ id: role, label: t(`role.${role}`) }))}
          onChange={(role) => onChange({ ...metadata, role })}
          label={t('role')}
          disabled={disabled}
          testId="metadata-role"
        />
      </Field>
      {metadata.role === 'fmo' && textField('omits', 'omits', t('omitsHint'))}
      {textField('run', 'run')}
      {textField('culture', 'culture')}
      {textField('lot', 'lot')}
      {textField('donor', 'donor', t('donorHint'))}
      <Field label={t('day')}>
        <DraftInput
          value={String(metadata.day ?? '')}
          onCommit={(text) => set('day', parseNumber(text))}
          problemOf={(text) => (text.trim() === '' || (parseNumber(text) ?? -1) >= 0 ? undefined : t('dayInvalid'))}
          label={t('day')}
          numeric
          disabled={disabled}
          testId="metadata-day"
        />
      </Field>
      {textField('declaredMethod', 'declaredMethod')}
    </section>
  );
}

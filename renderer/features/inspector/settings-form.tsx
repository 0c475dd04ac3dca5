import { Fragment } from 'react';
import type { FormField } from '../../../core/base/form-fields.ts';
import { say } from '../../../core/base/message.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { plainNumber } from '../../ui/plain-number.ts';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';
import { type SettingPath, settingAt, withSetting } from './settings.ts';

export interface SettingsFormProps {
  readonly fields: readonly FormField[];
  readonly settings: unknown;
  /** Whether the settings could be these: their schema judges. */
  readonly accepts: (settings: unknown) => boolean;
  readonly onChange: (settings: unknown) => void;
  readonly disabled?: boolean | undefined;
  /** Of the whole settings. */
  readonly path?: SettingPath;
}

/** Settings of any kind, as their schema describes them: a table of names and values, groups below their names. */
export function SettingsForm({ path = [], ...props }: SettingsFormProps) {
  const language = useLanguage();
  return (
    <div className="bounds settings">
      {props.fields.map((field) => {
        const at = [...path, field.name];
        const label = say(field.words, {}, language);
        const isThere = !field.isOptional || settingAt(props.settings, at) !== undefined;
        return (
          <Fragment key={field.name}>
            {field.kind === 'group' && !field.isOptional ? (
              <span className="settings-head">{label}</span>
            ) : (
              <>
                <span>{label}</span>
                <Setting {...props} field={field} at={at} label={label} />
              </>
            )}
            {field.kind === 'group' && isThere && (
              <div className="settings-group">
                <SettingsForm {...props} fields={field.fields} path={at} />
              </div>
            )}
          </Fragment>
        );
      })}
    </div>
  );
}

interface SettingProps extends Omit<SettingsFormProps, 'fields' | 'path'> {
  readonly field: FormField;
  readonly at: SettingPath;
  readonly label: string;
}

function Setting({ field, at, label, settings, accepts, onChange, disabled }: SettingProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const value = settingAt(settings, at) ?? (field.isOptional ? undefined : field.initial);
  const testId = `setting-${at.join('-')}`;
  const set = (to: unknown) => onChange(withSetting(settings, at, to));
  if (field.kind === 'choice')
    return (
      <Select
        label={label}
        value={String(value ?? '')}
        options={field.choices.map(({ id, words }) => ({ id, label: say(words, {}, language) }))}
        onChange={set}
        disabled={disabled}
        testId={testId}
      />
    );
  if (field.kind !== 'number')
    return (
      <input
        type="checkbox"
        checked={field.kind === 'group' ? value !== undefined : value === true}
        onChange={({ target }) => set(field.kind === 'group' ? (target.checked ? field.initial : undefined) : target.checked)}
        aria-label={label}
        disabled={disabled}
        data-testid={testId}
      />
    );
  const isEmpty = (text: string) => text.trim() === '';
  const numberOf = (text: string): number | undefined => (isEmpty(text) ? undefined : (parseNumber(text) ?? Number.NaN));
  return (
    <DraftInput
      value={typeof value === 'number' ? plainNumber(value) : ''}
      onCommit={(text) => set(numberOf(text))}
      problemOf={(text) => (accepts(withSetting(settings, at, numberOf(text))) ? undefined : t('settingInvalid'))}
      label={label}
      numeric
      disabled={disabled}
      testId={testId}
    />
  );
}

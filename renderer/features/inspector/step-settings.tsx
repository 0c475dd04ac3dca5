import { useMemo } from 'react';
import { formFields } from '../../../core/base/form-fields.ts';
import { say } from '../../../core/base/message.ts';
import { kindOfStep, type Step } from '../../../core/gating/automatic/steps.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';
import { SettingsForm } from './settings-form.tsx';

export interface StepSettingsProps {
  /** The automatic step of the selected population, as the protocol has it. */
  readonly step: Step;
  readonly onChange: (step: Step) => void;
  readonly disabled?: boolean | undefined;
}

/** The settings of an automatic step, to be tuned for all samples. */
export function StepSettings({ step, onChange, disabled }: StepSettingsProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const { schema, words } = kindOfStep(step);
  const fields = useMemo(() => formFields(schema), [schema]);
  return (
    <section className="panel-section" aria-label={t('stepSettings')} data-testid="step-settings">
      <h3 title={t('stepSettingsHint')}>{t('stepSettings')}</h3>
      <p className="inspector-kind">{say(words, {}, language)}</p>
      <SettingsForm
        fields={fields}
        settings={step}
        accepts={(settings) => schema.safeParse(settings).success}
        onChange={(settings) => {
          const { data } = schema.safeParse(settings);
          if (data !== undefined) onChange(data);
        }}
        disabled={disabled}
      />
    </section>
  );
}

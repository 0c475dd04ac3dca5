import { useState } from 'react';
import type { Profile } from '../../../core/biology/profiles/profile.ts';
import { useMessages } from '../../messages/language.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { messages } from './messages.ts';

/** Whether a profile takes part in calls. One that a laboratory must define asks who confirms it, and from how many lots. */
export function Activation({ profile, onChange }: { readonly profile: Profile; readonly onChange: (profile: Profile) => void }) {
  const t = useMessages(messages);
  const [by, setBy] = useState(profile.confirmed?.by ?? '');
  const [lots, setLots] = useState(profile.confirmed?.lots ?? 0);
  const confirm = (name: string, count: number) => {
    setBy(name);
    setLots(count);
    const { confirmed: _, ...rest } = profile;
    const isWhole = name.trim() !== '' && Number.isInteger(count) && count >= 10;
    onChange(isWhole ? { ...rest, confirmed: { by: name.trim(), at: new Date().toISOString(), lots: count } } : { ...rest, active: false });
  };
  return (
    <>
      <label className="culture-check">
        <input
          type="checkbox"
          checked={profile.active}
          disabled={profile.labDefined === true && profile.confirmed === undefined}
          onChange={(event) => onChange({ ...profile, active: event.target.checked })}
          data-testid="profile-active"
        />
        {t('profileActive')}
      </label>
      {profile.labDefined && (
        <>
          <p className="page-note">{t('approveHint')}</p>
          <Field label={t('approvedBy')}>
            <DraftInput value={by} onCommit={(text) => confirm(text, lots)} label={t('approvedBy')} testId="confirmed-by" />
          </Field>
          <Field label={t('approvedLots')}>
            <DraftInput
              value={lots === 0 ? '' : String(lots)}
              onCommit={(text) => confirm(by, parseNumber(text) ?? 0)}
              label={t('approvedLots')}
              numeric
              testId="confirmed-lots"
            />
          </Field>
        </>
      )}
    </>
  );
}

import { useEffect, useMemo, useState } from 'react';
import type { Classifier } from '../../../core/biology/classification/classifier.ts';
import type { Profile } from '../../../core/biology/profiles/profile.ts';
import type { ProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { ClassifiedSample } from '../../store/classified.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Activation } from './activation.tsx';
import { ChangedCalls } from './changed-calls.tsx';
import { FigureTable } from './figure-table.tsx';
import { LimitTable } from './limit-table.tsx';
import { messages } from './messages.ts';
import { changedCalls, isFit, withProfile } from './profile-draft.ts';

export interface ProfileEditorProps {
  readonly classifier: Classifier;
  readonly profiles: ProfileSet;
  readonly method: string;
  readonly onMethod: (method: string) => void;
  readonly samples: readonly ClassifiedSample[];
  readonly onApply: (profiles: ProfileSet) => void;
}

/** One profile's figures and limits, tried on every sample of the session before anything is kept. */
export function ProfileEditor({ classifier, profiles, method, onMethod, samples, onApply }: ProfileEditorProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const [draft, setDraft] = useState(profiles);
  useEffect(() => setDraft(profiles), [profiles]);
  const profile = draft.methods.find((one) => one.method === method) ?? draft.methods[0];
  const changed = draft !== profiles;
  const calls = useMemo(() => (changed ? changedCalls(samples, classifier, draft) : []), [changed, samples, classifier, draft]);
  if (profile === undefined) return null;
  const change = (next: Profile) => setDraft(withProfile(draft, next));
  const fit = isFit(draft);
  return (
    <section className="page-section" data-testid="profile-editor">
      <h3>{t('editProfile')}</h3>
      <p className="page-note">{t('editNote')}</p>
      <div className="culture-editor">
        <div>
          <Field label={t('profileToEdit')}>
            <Select
              value={profile.method}
              options={draft.methods.map((one) => ({ id: one.method, label: one.name[language] }))}
              onChange={onMethod}
              label={t('profileToEdit')}
              testId="edit-method"
            />
          </Field>
          <Activation profile={profile} onChange={change} />
          {profile.note && <p className="page-note">{profile.note[language]}</p>}
          <FigureTable profile={profile} sources={draft.sources} onChange={change} />
          <LimitTable profile={profile} sources={draft.sources} onChange={change} />
        </div>
        <div className="culture-trial">
          <ChangedCalls calls={calls} tried={changed} />
          <div className="culture-actions">
            <Button
              kind="primary"
              disabled={!changed || !fit}
              onClick={() => onApply({ ...draft, revision: profiles.revision + 1 })}
              testId="apply-profiles"
            >
              {t('apply')}
            </Button>
            <Button disabled={!changed} onClick={() => setDraft(profiles)} testId="discard-profiles">
              {t('discardChanges')}
            </Button>
          </div>
          {changed && !fit && (
            <p className="culture-problem small">{t(profile.labDefined && profile.active ? 'approveHint' : 'figureInvalid')}</p>
          )}
        </div>
      </div>
    </section>
  );
}

import { useRef, useState } from 'react';
import { checkDocumentOf } from '../../../core/base/json-document.ts';
import { Problem } from '../../../core/base/problem.ts';
import { readWrittenDate } from '../../../core/base/written-date.ts';
import { checkObservation, type Observation, observationSchema, readValue } from '../../../core/study/course/observation.ts';
import { type ObservationName, observationKinds } from '../../../core/study/course/observation-kinds.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import { useFormDraft } from '../../context/use-form-draft.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';

export interface ObservationFormProps {
  /** '' before there is one. */
  readonly donor: string;
  readonly observations: readonly Observation[];
  readonly onWritten: (donor: string) => void;
}

const fields = ['Donor', 'On', 'Time', 'Value', 'Laboratory', 'Method', 'Target', 'Et', 'Hours', 'Grade', 'Until'] as const;
type FieldName = (typeof fields)[number];
const names = Object.keys(observationKinds) as readonly ObservationName[];

/** One observation of a donor, as it is typed; and the voiding of one. */
export function ObservationForm({ donor, observations, onWritten }: ObservationFormProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const [draft, setDraft] = useFormDraft(`observation ${donor}`);
  const { kind: typedKind, unit, ...typed } = draft;
  const kind = names.find((one) => one === typedKind) ?? 'nk-activity';
  const [isNew, setNew] = useState(false);
  const [voided, setVoided] = useState<string>();
  const [why, setWhy] = useState('');
  const units: readonly string[] = observationKinds[kind].units.flatMap(({ names: [first] }) => first ?? []);
  const done = (of: string, message: string) => {
    setDraft({});
    setView(app.store, { message });
    onWritten(of);
  };
  const isWriting = useRef(false);
  /** Pressed twice, an observation is written once. */
  const add = async () => {
    if (isWriting.current) return;
    isWriting.current = true;
    try {
      await attempt(app, async () => {
        const observation = observationOf(kind, { Donor: donor, ...typed }, unit ?? units[0], {
          by: app.user,
          source: t('observationByHand'),
        });
        const count = await ask(app.bridge.addObservations([observation], isNew ? 'new-donors' : 'known-donors'));
        done(observation.donor, t('observationAdded', { count }));
      });
    } finally {
      isWriting.current = false;
    }
  };
  const last = voided ?? observations.at(-1)?.id ?? '';
  const takeBack = () =>
    attempt(app, async () => {
      await ask(app.bridge.voidObservation(last, why));
      done(donor, '');
    });
  return (
    <section className="page-section" aria-label={t('observationWrite')}>
      <h3>{t('observationWrite')}</h3>
      <p className="page-note">{t('observationHint')}</p>
      <div className="entry-fields">
        <div className="field">
          <span className="field-label">{t('observationKind')}</span>
          <Select
            label={t('observationKind')}
            value={kind}
            options={names.map((id) => ({ id, label: observationKinds[id].words[language] }))}
            onChange={(next) => setDraft({ ...typed, kind: next })}
            testId="observation-kind"
          />
        </div>
        {fields.map((field) => (
          <div key={field} className="field">
            <span className="field-label">{t(`observation${field}`)}</span>
            <input
              className="input"
              value={draft[field] ?? (field === 'Donor' ? donor : '')}
              onChange={(event) => setDraft({ ...draft, [field]: event.target.value })}
              aria-label={t(`observation${field}`)}
              data-testid={`observation-${field.toLowerCase()}`}
            />
          </div>
        ))}
        {units.length > 0 && (
          <div className="field">
            <span className="field-label">{t('observationUnit')}</span>
            <Select
              label={t('observationUnit')}
              value={unit ?? units[0] ?? ''}
              options={units.map((id) => ({ id, label: id }))}
              onChange={(next) => setDraft({ ...draft, unit: next })}
              testId="observation-unit"
            />
          </div>
        )}
        <label className="report-line">
          <input type="checkbox" checked={isNew} onChange={(event) => setNew(event.target.checked)} data-testid="observation-new" />
          {t('observationNew')}
        </label>
      </div>
      <Button kind="primary" onClick={() => void add()} testId="observation-add">
        {t('observationAdd')}
      </Button>
      {observations.length > 0 && (
        <>
          <h3 className="page-section">{t('observationVoid')}</h3>
          <div className="ledger-actions">
            <Select
              label={t('observationVoided')}
              value={last}
              options={observations.map((one) => ({
                id: one.id,
                label: `${one.on} ${observationKinds[one.kind].words[language]} ${one.censored === undefined ? '' : one.censored === 'above' ? '>' : '<'}${one.value ?? one.text ?? ''}`,
              }))}
              onChange={setVoided}
              testId="observation-voided"
            />
            <input
              className="input"
              value={why}
              onChange={(event) => setWhy(event.target.value)}
              aria-label={t('observationWhy')}
              placeholder={t('observationWhy')}
              data-testid="observation-why"
            />
            <Button onClick={() => void takeBack()} disabled={why.trim() === ''} testId="observation-void">
              {t('observationDo')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** What was typed as an observation. Throws a Problem where a value, a date or what the kind needs cannot be read. */
function observationOf(
  kind: ObservationName,
  draft: { readonly [F in FieldName]?: string },
  unit: string | undefined,
  about: Pick<Observation, 'by' | 'source'>,
): Observation {
  const text = (field: FieldName) => draft[field]?.trim() || undefined;
  const number = (field: FieldName) => {
    const written = text(field);
    if (written === undefined) return undefined;
    const value = parseNumber(written);
    if (value === undefined) throw new Problem('course-value', noNumber, { written });
    return value;
  };
  const day = (field: FieldName) => {
    const written = text(field);
    if (written === undefined) return undefined;
    const read = readWrittenDate(written);
    if ('refusal' in read) throw new Problem('course-date', noDate, { written });
    return read.day;
  };
  const said = {
    ...{ id: `${kind} ${crypto.randomUUID().slice(0, 8)}`, donor: text('Donor') ?? '', kind, on: day('On') ?? '', ...about },
    ...(text('Value') === undefined ? {} : readValue(kind, text('Value') ?? '', unit)),
  };
  const more = {
    ...{ time: text('Time'), laboratory: text('Laboratory'), method: text('Method'), target: text('Target') },
    ...{ et: number('Et'), hours: number('Hours'), grade: number('Grade'), until: day('Until') },
  };
  const observation = { ...said, ...Object.fromEntries(Object.entries(more).filter(([, value]) => value !== undefined)) };
  const checked = checkDocumentOf(observation, { code: 'course-invalid', name: words, schema: observationSchema });
  checkObservation(checked);
  return checked;
}

const words = { en: 'observation', ja: '経過の記録' };
const noNumber = { en: '"{written}" is no number.', ja: '「{written}」は数値として読み取れません。' };
const noDate = { en: '"{written}" is no date that is certain.', ja: '「{written}」は日付として確定できません。' };

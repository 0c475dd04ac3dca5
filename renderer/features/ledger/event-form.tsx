import { useRef } from 'react';
import { checkDocumentOf, parseJson } from '../../../core/base/json-document.ts';
import { dayOf } from '../../../core/base/written-date.ts';
import type { LaboratoryRules } from '../../../core/biology/ledger/entry/laboratory-rules.ts';
import { askedEvents, bodyOf, type Draft, type EventField, eventFields } from '../../../core/biology/ledger/entry/typed-entry.ts';
import { type LedgerEvent, newEventSchema } from '../../../core/biology/ledger/event.ts';
import { eventKinds } from '../../../core/biology/ledger/events/kinds.ts';
import { voidedBy } from '../../../core/biology/ledger/replay.ts';
import { translator as ledgerWords } from '../../../core/show/ledger/words.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import { useFormDraft } from '../../context/use-form-draft.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { EntryBalanceView } from './entry-balance-view.tsx';
import { messages } from './messages.ts';
import { today } from './today.ts';

export interface EventFormProps {
  /** The lot that is shown; '' before there is one. */
  readonly lot: string;
  readonly events: readonly LedgerEvent[];
  readonly rules: LaboratoryRules;
  /** Something was written. */
  readonly onWritten: (lot: string) => void;
}

const kindOfFile = { code: 'events-invalid', name: { en: 'events of a lot', ja: 'ロットの記録' } };

/** One entry of the book, by a form or from a file; nothing that was written is changed by it. */
export function EventForm({ lot, events, rules, onWritten }: EventFormProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const [draft, setDraft] = useFormDraft(`entry ${lot}`);
  const kind = [...askedEvents, 'correct' as const].find((one) => one === draft['kind']) ?? 'collect';
  const set = (field: string, text: string) => setDraft({ ...draft, [field]: text });
  const ofLot = draft['lot of entry'] ?? lot;
  const voided = voidedBy(events);
  const own = events.filter((event) => event.lot === ofLot && event.kind !== 'correct' && !voided.has(event.id));
  // of the lot that is written of: another lot's entry, chosen before, is not meant
  const corrected = own.find(({ id }) => id === draft['event'])?.id ?? own.at(-1)?.id;
  const isWriting = useRef(false);
  /** Pressed twice, an entry is written once. */
  const write = async (given: readonly unknown[]) => {
    if (isWriting.current) return;
    isWriting.current = true;
    try {
      await attempt(app, async () => {
        const checked = given.map((event) => checkDocumentOf(event, { ...kindOfFile, schema: newEventSchema }));
        const count = await ask(app.bridge.addLedgerEvents(checked, today(), 'write'));
        setDraft({});
        setView(app.store, { message: t('ledgerWritten', { count }) });
        onWritten(checked[0]?.lot ?? lot);
      });
    } finally {
      isWriting.current = false;
    }
  };
  const entry = {
    ...{ kind, lot: ofLot.trim(), on: dayOf(draft['on'] ?? today()), by: app.user },
    body: kind === 'correct' ? { event: corrected, reason: draft['reason'] ?? '' } : bodyOf(kind, draft),
  };
  const isWhole = kind === 'correct' || eventFields[kind].every(({ name, isNeeded }) => !isNeeded || (draft[name] ?? '').trim() !== '');
  const add = () => void write([{ id: `${today()} ${crypto.randomUUID().slice(0, 8)}`, ...entry }]);
  const openFile = () =>
    attempt(app, async () => {
      const opened = await ask(app.bridge.openText('layout'));
      if (opened === null) return;
      const parsed = parseJson(opened.text, kindOfFile);
      await write(Array.isArray(parsed) ? parsed : [parsed]);
    });
  const input = (field: string, label: string, value = draft[field] ?? '') => (
    <div className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        value={value}
        onChange={(event) => set(field, event.target.value)}
        aria-label={label}
        data-testid={`entry-${field}`}
      />
    </div>
  );
  return (
    <section className="page-section" aria-label={t('ledgerWrite')} data-testid="entry">
      <h3>{t('ledgerWrite')}</h3>
      <p className="page-note">{t('ledgerWriteHint')}</p>
      <div className="entry-fields">
        <div className="field">
          <span className="field-label">{t('ledgerKind')}</span>
          <Select
            label={t('ledgerKind')}
            value={kind}
            options={[
              ...askedEvents.map((id) => ({ id, label: eventKinds[id].words[language] })),
              { id: 'correct' as const, label: t('ledgerCorrection') },
            ]}
            onChange={(next) => set('kind', next)}
            testId="entry-kind"
          />
        </div>
        {input('lot of entry', t('ledgerOfLot'), ofLot)}
        {input('on', t('ledgerOn'), draft['on'] ?? today())}
        {kind === 'correct' ? (
          <>
            <div className="field">
              <span className="field-label">{t('ledgerEntry')}</span>
              <Select
                label={t('ledgerEntry')}
                value={corrected ?? ''}
                options={own.map(({ id, seq, kind: of, on }) => ({
                  id,
                  label: `${seq} ${on} ${of === 'correct' ? of : eventKinds[of].words[language]}`,
                }))}
                onChange={(id) => set('event', id)}
                testId="entry-event"
              />
            </div>
            {input('reason', t('field.reason'))}
          </>
        ) : (
          eventFields[kind].map((field) => <Asked key={field.name} field={field} draft={draft} onChange={set} />)
        )}
      </div>
      <EntryBalanceView entry={entry} isWhole={isWhole && ofLot.trim() !== ''} events={events} rules={rules} />
      <div className="ledger-actions">
        <Button kind="primary" onClick={add} testId="entry-add">
          {t('ledgerAdd')}
        </Button>
        <Button onClick={() => void openFile()} testId="entry-file">
          {t('ledgerFromFile')}
        </Button>
      </div>
    </section>
  );
}

interface AskedProps {
  readonly field: EventField;
  readonly draft: Draft;
  readonly onChange: (field: string, text: string) => void;
}

function Asked({ field: { name, type, isNeeded }, draft, onChange }: AskedProps) {
  const t = useMessages(messages);
  const words = ledgerWords(useLanguage());
  const label = isNeeded ? t(`field.${name}`) : t('fieldMay', { field: t(`field.${name}`) });
  const common = {
    className: 'input',
    value: draft[name] ?? '',
    'aria-label': label,
    'data-testid': `entry-${name}`,
    onChange: (event: { readonly target: { readonly value: string } }) => onChange(name, event.target.value),
  };
  const wordOf = (id: string) => words(`${name}.${id}` as Parameters<typeof words>[0]);
  return (
    <>
      <div className="field">
        <span className="field-label">{label}</span>
        {typeof type === 'object' ? (
          <Select
            label={label}
            value={draft[name] ?? ''}
            options={[
              ...(draft[name] === undefined ? [{ id: '', label: '–' }] : []),
              ...type.oneOf.map((id) => ({ id, label: wordOf(id) })),
            ]}
            onChange={(id) => onChange(name, id)}
            testId={`entry-${name}`}
          />
        ) : type === 'parts' || type === 'bags' || type === 'names' || type === 'tests' || type === 'days' ? (
          <textarea {...common} rows={4} />
        ) : (
          <input {...common} />
        )}
      </div>
      {type === 'count' && (
        <div className="field">
          <span className="field-label">{t('fieldViability')}</span>
          <input
            className="input"
            value={draft[`${name}.viability`] ?? ''}
            onChange={(event) => onChange(`${name}.viability`, event.target.value)}
            aria-label={t('fieldViability')}
            data-testid={`entry-${name}-viability`}
          />
        </div>
      )}
    </>
  );
}

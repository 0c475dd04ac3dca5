import { useMemo } from 'react';
import { addDays, isCalendarDay } from '../../../core/base/calendar-day.ts';
import { Problem } from '../../../core/base/problem.ts';
import { dayOf } from '../../../core/base/written-date.ts';
import { checkedSchedule } from '../../../core/biology/course/checked-schedule.ts';
import { type ClosedDay, calendarTable, weekdays } from '../../../core/show/ledger/dose-calendar.ts';
import { translator as ledgerWords } from '../../../core/show/ledger/words.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useFormDraft } from '../../context/use-form-draft.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { messages } from './messages.ts';
import { today } from './today.ts';

export interface PlanFormProps {
  readonly lot: string;
  readonly holidays: readonly ClosedDay[];
  /** The last year that the holidays are known of. */
  readonly lastYear: number;
  readonly onWritten: (lot: string) => void;
}

const usual = { weekdays: 'mon thu', doses: '12', gap: '2', thaw: '', reculture: '', closed: '' };
type PlanField = 'first' | keyof typeof usual;

/** The days of a course from weekdays, holidays and closed days: they are seen in a calendar before they are written. */
export function PlanForm({ lot, holidays, lastYear, onWritten }: PlanFormProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const [draft, setDraft] = useFormDraft(`plan ${lot}`);
  const plan = useMemo(() => planOf({ ...usual, ...draft }, holidays), [draft, holidays]);
  const words = ledgerWords(language);
  const value = (field: PlanField) => draft[field] ?? (field === 'first' ? '' : usual[field]);
  const set = (field: PlanField, text: string) => setDraft({ ...draft, [field]: text });
  const chosen = value('weekdays').split(' ');
  const input = (field: PlanField) => (
    <div className="field">
      <span className="field-label">{t(`plan.${field}`)}</span>
      <input
        className="input"
        value={value(field)}
        aria-label={t(`plan.${field}`)}
        data-testid={`plan-${field}`}
        onChange={(event) => set(field, event.target.value)}
      />
    </div>
  );
  const write = () =>
    attempt(app, async () => {
      if (plan === undefined || plan instanceof Problem) return;
      const id = `${today()} ${crypto.randomUUID().slice(0, 8)}`;
      const event = { id, kind: 'schedule-planned' as const, lot, on: today(), by: app.user, body: { days: plan.days } };
      const count = await ask(app.bridge.addLedgerEvents([event], today(), 'write'));
      setDraft({});
      setView(app.store, { message: t('ledgerWritten', { count }) });
      onWritten(lot);
    });
  const shown =
    plan === undefined || plan instanceof Problem
      ? undefined
      : calendarTable(
          plan.days.flatMap(({ on, thaw, reculture }, i) => [
            ...(thaw === undefined ? [] : [{ on: thaw, text: words('act.thaw', { number: i + 1 }) }]),
            ...(reculture === undefined ? [] : [{ on: reculture, text: words('act.reculture', { number: i + 1 }) }]),
            { on, text: words('act.dose', { number: i + 1 }) },
          ]),
          [...holidays, ...plan.closed],
          { heading: t('planShown'), language, t: words },
        );
  return (
    <section className="page-section" aria-label={t('planHeading')} data-testid="plan">
      <h3>{t('planHeading')}</h3>
      <p className="page-note">{t('planHint')}</p>
      <fieldset className="plan-weekdays" aria-label={t('plan.weekdays')}>
        {weekdays.map((day) => (
          <label key={day}>
            <input
              type="checkbox"
              checked={chosen.includes(day)}
              data-testid={`plan-${day}`}
              onChange={(event) =>
                set('weekdays', weekdays.filter((one) => (one === day ? event.target.checked : chosen.includes(one))).join(' '))
              }
            />
            {words(`weekday.${day}`)}
          </label>
        ))}
      </fieldset>
      <div className="entry-fields">{(['first', 'doses', 'gap', 'thaw', 'reculture', 'closed'] as const).map(input)}</div>
      <div role="status" data-testid="plan-shown">
        {plan instanceof Problem && <p className="entry-refused">{plan.in(language)}</p>}
        {plan !== undefined && !(plan instanceof Problem) && (
          <>
            {shown && <DocumentView blocks={[{ kind: 'table', table: shown }]} theme={theme} />}
            {plan.moved.map(({ from, to }) => (
              <p key={from}>{words('movedSlot', { from, to })}</p>
            ))}
            {plan.skipped.map((day) => (
              <p key={day}>{words('skippedSlot', { day })}</p>
            ))}
            {Number(plan.days.at(-1)?.on.slice(0, 4)) > lastYear - 1 && <p>{words('provisional', { year: lastYear - 1 })}</p>}
          </>
        )}
      </div>
      <Button onClick={() => void write()} disabled={shown === undefined} testId="plan-write">
        {t('planWrite')}
      </Button>
    </section>
  );
}

/** The plan that was typed; nothing before there is a first day. */
function planOf(draft: { readonly [field: string]: string }, holidays: readonly ClosedDay[]) {
  const { first: written = '', weekdays: chosen = '', closed: shut = '' } = draft;
  if (written.trim() === '') return undefined;
  try {
    const days = (text: string) => text.split(/[\s,、]+/).flatMap((word) => (word === '' ? [] : [dayOf(word)]));
    const [first = ''] = days(written);
    const own = days(shut);
    const wrong = [first, ...own].find((day) => !isCalendarDay(day));
    if (wrong !== undefined) throw new Problem('plan-date', noDate, { written: wrong });
    const numberOf = (field: string, least: number, most: number): number => {
      const text = (draft[field] ?? '').normalize('NFKC').trim();
      if (!/^\d+$/.test(text) || Number(text) < least || Number(text) > most)
        throw new Problem('plan-number', noNumber, { written: text, least, most });
      return Number(text);
    };
    const on = chosen.split(' ').flatMap((day) => {
      const at = weekdays.indexOf(day as (typeof weekdays)[number]);
      return at < 0 ? [] : [at];
    });
    if (on.length === 0) throw new Problem('plan-weekdays', noWeekday);
    const schedule = checkedSchedule({
      ...{ first, weekdays: on, doses: numberOf('doses', 1, 200), minGapDays: numberOf('gap', 1, 60) },
      closed: [...holidays.map((holiday) => holiday.on), ...own],
    });
    const before = (field: string) => ((draft[field] ?? '').trim() === '' ? undefined : numberOf(field, 0, 60));
    const [thaw, reculture] = [before('thaw'), before('reculture')];
    if (thaw !== undefined && reculture !== undefined && reculture > thaw) throw new Problem('plan-order', noOrder);
    return {
      ...schedule,
      closed: own.map((day): ClosedDay => ({ on: day, en: 'clinic closed', ja: '休診' })),
      days: schedule.dates.map((day) => ({
        on: day,
        ...(thaw === undefined ? {} : { thaw: addDays(day, -thaw) }),
        ...(reculture === undefined ? {} : { reculture: addDays(day, -reculture) }),
      })),
    };
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

const noDate = { en: '"{written}" is no date.', ja: '「{written}」は日付として読み取れません。' };
const noNumber = {
  en: '"{written}" is no whole number from {least} to {most}.',
  ja: '「{written}」は{least}から{most}までの整数ではありません。',
};
const noWeekday = { en: 'Choose at least one weekday.', ja: '曜日を1つ以上選択してください。' };
const noOrder = {
  en: 'A re-culture cannot begin before its bag is thawed.',
  ja: '再培養の開始を融解より前にすることはできません。',
};

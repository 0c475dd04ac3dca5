import '../../ui/page.css';
import './ledger.css';
import { useEffect, useMemo, useState } from 'react';
import { addDays } from '../../../core/base/calendar-day.ts';
import { Problem } from '../../../core/base/problem.ts';
import { isOver } from '../../../core/biology/ledger/book/states.ts';
import { bookOfLot } from '../../../core/biology/ledger/books.ts';
import { allDueActs } from '../../../core/biology/ledger/due.ts';
import type { LaboratoryRules } from '../../../core/biology/ledger/entry/laboratory-rules.ts';
import type { LedgerEvent } from '../../../core/biology/ledger/event.ts';
import { deviationDocument } from '../../../core/show/ledger/deviation-document.ts';
import type { ClosedDay } from '../../../core/show/ledger/dose-calendar.ts';
import { labelPapers } from '../../../core/show/ledger/labels.ts';
import { doseDocument, lotDocument } from '../../../core/show/ledger/lot-document.ts';
import { dueTable } from '../../../core/show/ledger/lot-tables.ts';
import { translator as ledgerWords } from '../../../core/show/ledger/words.ts';
import type { Printing } from '../../../core/show/report/page-footer.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { Select } from '../../ui/select.tsx';
import { EventForm } from './event-form.tsx';
import { FreezerCount } from './freezer-count.tsx';
import { messages } from './messages.ts';
import { PlanForm } from './plan-form.tsx';
import { printLabels } from './print-labels.ts';
import { today } from './today.ts';
import { TraceView } from './trace-view.tsx';

interface Holidays {
  readonly days: readonly ClosedDay[];
  readonly lastYear: number;
}
const noHolidays: Holidays = { days: [], lastYear: Number.POSITIVE_INFINITY };

/** The archive's book of cells: a lot as it stands and every entry of it, and the form that writes the next one. */
export function LotsView() {
  const app = useApp();
  const t = useMessages(messages);
  const [events, setEvents] = useState<readonly LedgerEvent[]>();
  const [rules, setRules] = useState<LaboratoryRules>({});
  const [chosen, setChosen] = useState<string>();
  const [holidays, setHolidays] = useState<Holidays>(noHolidays);
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each writing
  useEffect(() => {
    let isOpen = true;
    void attempt(app, () => ask(app.bridge.ledgerEvents())).then((found) => isOpen && setEvents(found ?? []));
    void attempt(app, () => ask(app.bridge.ledgerRules())).then((found) => isOpen && setRules(found ?? {}));
    void attempt(app, () => ask(app.bridge.ledgerHolidays(addDays(today(), -1830)))).then(
      (found) => isOpen && setHolidays(found ?? noHolidays),
    );
    return () => {
      isOpen = false;
    };
  }, [app, turn]);
  const lots = useMemo(() => [...new Set((events ?? []).map(({ lot }) => lot))].reverse(), [events]);
  const lot = lots.find((one) => one === chosen) ?? lots[0];
  if (events === undefined) return <section className="page" aria-label={t('ledgerPage')} />;
  return (
    <section className="page" aria-label={t('ledgerPage')} data-testid="lots">
      <div className="ledger-actions">
        <h2>{t('ledgerPage')}</h2>
        {lot !== undefined && (
          <Select
            label={t('ledgerLot')}
            value={lot}
            options={lots.map((id) => ({ id, label: id }))}
            onChange={setChosen}
            testId="ledger-lot"
          />
        )}
      </div>
      {lot !== undefined && <Due events={events} />}
      {lot === undefined ? (
        <p className="page-note">{t('ledgerNone')}</p>
      ) : (
        <OneLot key={lot} lot={lot} events={events} closed={holidays.days} />
      )}
      {lot !== undefined && (
        <PlanForm
          key={`plan ${lot}`}
          lot={lot}
          holidays={holidays.days}
          lastYear={holidays.lastYear}
          onWritten={(written) => {
            setChosen(written);
            setTurn(turn + 1);
          }}
        />
      )}
      <EventForm
        key={`${lot ?? ''} ${turn}`}
        lot={lot ?? ''}
        events={events}
        rules={rules}
        onWritten={(written) => {
          setChosen(written);
          setTurn(turn + 1);
        }}
      />
    </section>
  );
}

/** What the plans of all lots ask for within a week, and what they asked for before and was not done. */
function Due({ events }: { readonly events: readonly LedgerEvent[] }) {
  const t = useMessages(messages);
  const words = ledgerWords(useLanguage());
  const theme = useWindow(({ view }) => view.theme);
  const acts = useMemo(() => allDueActs(events, today()).filter(({ when }) => when !== 'later'), [events]);
  if (acts.length === 0) return <p className="page-note">{t('ledgerNothingDue')}</p>;
  return <DocumentView blocks={[{ kind: 'table', table: dueTable(acts, words) }]} theme={theme} testId="ledger-due" />;
}

/** A lot by the pages that are printed of it; a book that cannot be replayed says why. */
function OneLot({
  lot,
  events,
  closed,
}: {
  readonly lot: string;
  readonly events: readonly LedgerEvent[];
  readonly closed: readonly ClosedDay[];
}) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const [dose, setDose] = useState<string>();
  const found = useMemo(() => {
    try {
      return bookOfLot(events, lot);
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }, [events, lot]);
  const made = useMemo(
    () => (found instanceof Problem ? undefined : (printing: Printing) => lotDocument(lot, found, { ...printing, today: today(), closed })),
    [found, lot, closed],
  );
  const blocks = useMemo(
    () => made?.({ language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, version: '' }).blocks,
    [made, language],
  );
  if (found instanceof Problem)
    return (
      <p className="page-note" role="alert">
        {found.in(language)}
      </p>
    );
  const own = [...found.book.materials.values()].filter((material) => material.lot === lot);
  const labelled = own.filter(({ state }) => !isOver(state));
  const doses = own.filter(({ kind }) => kind === 'dose').map(({ id }) => id);
  const shownDose = doses.find((id) => id === dose) ?? doses[0];
  return (
    <>
      <div className="ledger-actions">
        <Button onClick={() => made && void printDocument(app, t('ledgerFile', { lot }), made)} testId="ledger-pdf">
          {t('ledgerPdf')}
        </Button>
        <Button
          onClick={() => void printDocument(app, t('ledgerDeviationFile', { lot }), (printing) => deviationDocument(lot, found, printing))}
          testId="ledger-deviations"
        >
          {t('ledgerDeviations')}
        </Button>
        {labelPapers.map((paper) => (
          <Button
            key={paper}
            onClick={() => void printLabels(app, lot, labelled, paper)}
            disabled={labelled.length === 0}
            testId={`ledger-labels-${paper}`}
          >
            {t(`ledgerLabels.${paper}`)}
          </Button>
        ))}
        {shownDose !== undefined && (
          <>
            <Select
              label={t('ledgerDose')}
              value={shownDose}
              options={doses.map((id) => ({ id, label: id }))}
              onChange={setDose}
              testId="ledger-dose"
            />
            <Button
              onClick={() =>
                void printDocument(app, t('ledgerDoseFile', { dose: shownDose }), (printing) =>
                  doseDocument(shownDose, found, { ...printing, today: today() }),
                )
              }
              testId="ledger-dose-pdf"
            >
              {t('ledgerDosePdf')}
            </Button>
          </>
        )}
      </div>
      {blocks && <DocumentView blocks={blocks} theme={theme} testId="ledger-document" />}
      <TraceView lot={lot} book={found.book} />
      <FreezerCount lot={lot} book={found.book} />
    </>
  );
}

import { useMemo } from 'react';
import type { Block, SectionedDocument } from '../../../core/show/document/sectioned.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import type { Printing } from '../../../core/show/report/page-footer.ts';
import { courseDocument, residualDocument } from '../../../core/show/residual/residual-document.ts';
import { residualRemarks } from '../../../core/show/residual/sentences.ts';
import type { GateStep } from '../../../core/statistics/histograms/plot-steps.ts';
import { residualCells } from '../../../core/study/residual/cells.ts';
import { followResidual, type ResidualDay } from '../../../core/study/residual/follow-residual.ts';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { CountedDay, CountedFrom } from '../../store/residual-state.ts';
import { setResidual } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { classes } from '../../ui/classes.ts';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { CellsField } from './cells-field.tsx';
import { messages } from './messages.ts';
import { useSteps } from './use-steps.ts';

/** A day of the session or of the archive; the archive has no tubes at hand. */
type ShownDay = Omit<ResidualDay, 'day'> & { readonly day: number | undefined } & Partial<Pick<CountedDay, 'tubes' | 'keys'>>;

export interface ResidualFindingsProps {
  readonly name: string;
  readonly plan: ResidualPlan;
  readonly planSha256: string;
  readonly days: readonly ShownDay[];
  /** Samples that gates can be drawn in. */
  readonly of?: readonly CountedFrom[];
  /** What gated, in words. */
  readonly protocol: string;
  /** What was left out, and why. */
  readonly left: readonly string[];
  /** What is to be known beside the result. */
  readonly notes?: readonly string[];
  readonly stale?: boolean;
  /** Where the results can be kept. */
  readonly onKeep?: (() => void) | undefined;
}

/** The document of a lot, and that of one of its days, as they are printed. */
export function ResidualFindings({ name, days, left, stale = false, onKeep, ...of }: ResidualFindingsProps) {
  const app = useApp();
  const t = useMessages(messages);
  const theme = useWindow(({ view }) => view.theme);
  const chosen = useWindow(({ view }) => view.residual.day);
  const dated = useMemo(
    () => days.flatMap(({ day, ...more }) => (day === undefined ? [] : [{ day, ...more }])).sort((a, b) => a.day - b.day),
    [days],
  );
  const shown = dated.find(({ day }) => day === chosen) ?? dated.at(-1) ?? days[0];
  const steps = useSteps(
    of.of?.find(({ key }) => key === shown?.keys?.[0]),
    of.plan.population,
  );
  const blocks = useBlocks({ name, days: dated, shown, steps, ...of });
  const fileName = (part: string) => t('residualFile', { name: part });
  if (shown === undefined) return left.map((text) => <Left key={text} text={text} />);
  const dayName = shown.day === undefined ? name : `${name} ${t('residualOneDay', { day: formatValue(shown.day) })}`;
  return (
    <div className={classes(stale && 'stale')} data-testid="residual-found" data-stale={stale} data-days={days.length}>
      {left.map((text) => (
        <Left key={text} text={text} />
      ))}
      {dated.length > 1 && (
        <>
          <div className="residual-actions">
            <Button
              disabled={stale}
              onClick={() => void printDocument(app, fileName(name), (printing) => documentOfLot({ name, days: dated, ...of }, printing))}
              testId="residual-pdf"
            >
              {t('residualPdf')}
            </Button>
          </div>
          <DocumentView blocks={blocks.course} theme={theme} testId="residual-course" />
        </>
      )}
      <div className="residual-days">
        {dated.length > 1 && (
          <>
            <h3>{t('residualDay')}</h3>
            <Choice
              label={t('residualDay')}
              value={shown.day === undefined ? undefined : String(shown.day)}
              options={dated.map(({ day }) => ({ id: String(day), label: formatValue(day), testId: `residual-day-${day}` }))}
              onChange={(id) => setResidual(app.store, { day: Number(id) })}
            />
          </>
        )}
        {shown.keys && <CellsField keys={shown.keys} />}
        <span className="residual-space" />
        {onKeep && (
          <Button disabled={stale || left.length > 0} onClick={onKeep} testId="residual-keep">
            {t('residualKeep')}
          </Button>
        )}
        <Button
          disabled={stale}
          onClick={() =>
            void printDocument(app, fileName(dayName), (printing) => documentOfDay({ name: dayName, shown, steps, ...of }, printing))
          }
          testId="residual-day-pdf"
        >
          {dated.length > 1 ? t('residualDayPdf') : t('residualPdf')}
        </Button>
      </div>
      <DocumentView blocks={blocks.day} theme={theme} testId="residual-day" />
    </div>
  );
}

const Left = ({ text }: { readonly text: string }) => (
  <p className="small residual-left selectable" role="alert">
    {text}
  </p>
);

type Told = Pick<ResidualFindingsProps, 'name' | 'plan' | 'planSha256' | 'protocol' | 'notes'>;
type Dated = ShownDay & ResidualDay;

function useBlocks(of: Told & { readonly days: readonly Dated[]; readonly shown: ShownDay | undefined; readonly steps: Steps }) {
  const language = useLanguage();
  const { name, plan, planSha256, protocol, days, shown, steps } = of;
  // a list of sentences is made anew each time
  const noted = (of.notes ?? []).join('\n');
  return useMemo((): { readonly course: readonly Block[]; readonly day: readonly Block[] } => {
    const printing = { language, version: '', timeZone: 'UTC' };
    const told = { name, plan, planSha256, protocol, notes: noted === '' ? [] : noted.split('\n') };
    // the plan stands once, at the end
    const course = documentOfLot({ ...told, days }, printing).blocks.filter(({ kind }) => kind !== 'facts');
    return { course, day: shown === undefined ? [] : documentOfDay({ ...told, shown, steps }, printing).blocks };
  }, [language, name, plan, planSha256, protocol, days, shown, steps, noted]);
}

type Steps = readonly GateStep[] | undefined;

function documentOfLot(
  { name, plan, days, notes = [], ...told }: Told & { readonly days: readonly Dated[] },
  printing: Printing,
): SectionedDocument {
  const course = followResidual(plan, days);
  const refused = course.days.flatMap(({ result }) => result.refused);
  const remarks = [...remarksOf(plan, days, printing), ...notes, ...refused.map(({ problem }) => problem.in(printing.language))];
  return courseDocument(plan, { course, lot: name }, { ...printing, ...told, remarks });
}

function documentOfDay(
  { name, plan, shown, steps, notes = [], ...told }: Told & { readonly shown: ShownDay; readonly steps: Steps },
  printing: Printing,
): SectionedDocument {
  const { result, count } = shown;
  const cells = count && result.state !== 'cannot-tell' ? residualCells(result, count) : undefined;
  const found = { result, cells, subject: name, ...(steps && { steps }) };
  return residualDocument(plan, found, { ...printing, ...told, remarks: [...remarksOf(plan, [shown], printing), ...notes] });
}

const remarksOf = (plan: ResidualPlan, days: readonly ShownDay[], { language }: Printing): readonly string[] =>
  residualRemarks(
    plan,
    days.flatMap(({ tubes = [] }) => tubes),
    language,
  );

import { useEffect, useMemo, useState } from 'react';
import { dateStyles } from '../../../core/base/written-date.ts';
import { cohortDocument } from '../../../core/show/course/cohort-document.ts';
import { type Alignment, alignments } from '../../../core/show/course/draw-cohort.ts';
import type { Printing } from '../../../core/show/report/page-footer.ts';
import type { CohortLane } from '../../../core/study/course/cohort.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { liked } from '../../store/preferences.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { changeOwn } from '../session/settings.ts';
import { messages } from './messages.ts';

/** Many donors as lanes, counted from the first dose or by the calendar. */
export function CohortView() {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const dates = useWindow((state) => liked(state, 'courseDates') ?? 'western');
  const [query, setQuery] = useState('');
  const [lanes, setLanes] = useState<readonly CohortLane[]>();
  const [align, setAlign] = useState<Alignment>('day0');
  const find = (wanted: string) => attempt(app, async () => setLanes(await ask(app.bridge.courseCohort(wanted))));
  // biome-ignore lint/correctness/useExhaustiveDependencies: all of them at first; then as it is asked for
  useEffect(() => void find(''), []);
  const made = useMemo(() => lanes && ((printing: Printing) => cohortDocument(lanes, printing, { align, dates })), [lanes, align, dates]);
  /** What leaves is logged, donor by donor. */
  const print = () =>
    attempt(app, async () => {
      const what = made && (await printDocument(app, t('cohortFile'), made));
      if (what === undefined) return;
      for (const { donor } of lanes ?? []) await ask(app.bridge.logCourseExport({ donor, what, texts: false }));
    });
  const blocks = useMemo(() => made?.({ language, timeZone: 'UTC', version: '' }).blocks, [made, language]);
  return (
    <section aria-label={t('cohortPage')}>
      <div className="ledger-actions course-range">
        <input
          className="input"
          value={query}
          onChange={({ target: { value } }) => setQuery(value)}
          onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && void find(query)}
          aria-label={t('cohortQuery')}
          placeholder={t('cohortQuery')}
          data-testid="cohort-query"
        />
        <Choice
          label={t('cohortAlign')}
          value={align}
          options={alignments.map((id) => ({ id, label: t(`align.${id}`), testId: `cohort-${id}` }))}
          onChange={setAlign}
        />
        <Choice
          label={t('courseDates')}
          value={dates}
          options={dateStyles.map((id) => ({ id, label: t(`courseDates.${id}`) }))}
          onChange={(id) => changeOwn(app, { courseDates: id })}
        />
        {made && (
          <Button onClick={() => void print()} testId="cohort-pdf">
            {t('cohortPdf')}
          </Button>
        )}
      </div>
      {blocks && <DocumentView blocks={blocks} theme={theme} testId="cohort-document" />}
    </section>
  );
}

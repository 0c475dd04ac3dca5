import { useState } from 'react';
import type { Preferences } from '../../../core/contract/preferences.ts';
import { courseDocument } from '../../../core/show/course/course-document.ts';
import { pointColumns, pointRows } from '../../../core/show/course/points.ts';
import { type CourseSource, courseFrom } from '../../../core/study/course/course-source.ts';
import { exportedSource } from '../../../core/study/course/export-course.ts';
import type { PatientCourse } from '../../../core/study/course/patient-course.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from './messages.ts';

export interface ExportActionsProps {
  readonly donor: string;
  readonly source: CourseSource;
  readonly choice: Preferences['courseParts'];
  readonly dates: NonNullable<Preferences['courseDates']>;
}

/** The course as a PDF or a table: without free text and with true dates unless it is asked for otherwise; what was written is logged. */
export function ExportActions({ donor, source, choice, dates }: ExportActionsProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const [texts, setTexts] = useState(false);
  const [isMoved, setMoved] = useState(false);
  const write = (name: string, writing: (course: PatientCourse) => Promise<string | undefined>) =>
    attempt(app, async () => {
      const wish = { texts, ...(isMoved ? { weeks: await ask(app.bridge.courseShift(donor)) } : {}) };
      const written = await writing(courseFrom(donor, exportedSource(source, wish)));
      if (written !== undefined) await ask(app.bridge.logCourseExport({ donor, what: written.slice(0, 200) || name, ...wish }));
    });
  const print = () =>
    write(t('courseFile', { donor }), (course) =>
      printDocument(app, t('courseFile', { donor }), (printing) => courseDocument(course, printing, { choice, dates })),
    );
  const table = () =>
    write(t('courseTableFile', { donor }), async (course) => {
      const columns = pointColumns.map((column) => ({ ...column }));
      const written = await ask(app.bridge.saveTable(t('courseTableFile', { donor }), columns, pointRows(course, language)));
      if (written) setView(app.store, { message: t('written', { file: written.name }) });
      return written?.name;
    });
  return (
    <div className="ledger-actions">
      <Button onClick={() => void print()} testId="course-pdf">
        {t('coursePdf')}
      </Button>
      <Button onClick={() => void table()} testId="course-table">
        {t('courseTable')}
      </Button>
      <label className="report-line">
        <input type="checkbox" checked={texts} onChange={({ target }) => setTexts(target.checked)} data-testid="export-texts" />
        {t('exportTexts')}
      </label>
      <label className="report-line">
        <input type="checkbox" checked={isMoved} onChange={({ target }) => setMoved(target.checked)} data-testid="export-shift" />
        {t('exportShift')}
      </label>
    </div>
  );
}

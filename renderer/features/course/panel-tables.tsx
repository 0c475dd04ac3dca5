import { useEffect, useState } from 'react';
import { panelTable } from '../../../core/show/course/course-document.ts';
import type { CoursePart } from '../../../core/show/course/parts.ts';
import type { PatientCourse } from '../../../core/study/course/patient-course.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { DocumentView } from '../../ui/document/document-view.tsx';
import type { ThemeName } from '../../ui/theme.ts';
import { messages } from './messages.ts';

/** So many rows of a panel are written out before a person asks for all. */
const FIRST = 40;

/** The table of each panel that is shown, one after the other, so that the picture never waits for them. */
export function PanelTables({
  course,
  parts,
  theme,
}: {
  readonly course: PatientCourse;
  readonly parts: readonly CoursePart[];
  readonly theme: ThemeName;
}) {
  const t = useMessages(messages);
  const language = useLanguage();
  const [made, setMade] = useState(0);
  const [all, setAll] = useState<ReadonlySet<string>>(new Set());
  const panels = parts.flatMap(({ id }) => course.panels.filter(({ key }) => key === id));
  useEffect(() => {
    if (made >= panels.length) return;
    const later = setTimeout(() => setMade(made + 1), 30);
    return () => clearTimeout(later);
  }, [made, panels.length]);
  return panels.slice(0, made).map((panel) => {
    const { points, key } = panel;
    const shown = all.has(key) ? points : points.slice(0, FIRST);
    return (
      <div key={key} data-testid="course-panel-table">
        <DocumentView blocks={[panelTable({ ...panel, points: shown }, language)]} theme={theme} />
        {shown.length < points.length && (
          <Button kind="plain" onClick={() => setAll(new Set([...all, key]))}>
            {t('courseRows', { shown: shown.length, all: points.length })}
          </Button>
        )}
      </div>
    );
  });
}

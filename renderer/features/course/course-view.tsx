import '../../ui/page.css';
import '../ledger/ledger.css';
import { useEffect, useMemo, useState } from 'react';
import { dateStyles } from '../../../core/base/written-date.ts';
import { courseSummary } from '../../../core/show/course/course-document.ts';
import { wholeSpan } from '../../../core/show/course/draw-course.ts';
import { orderedParts } from '../../../core/show/course/parts.ts';
import { type CourseSource, courseFrom } from '../../../core/study/course/course-source.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { liked } from '../../store/preferences.ts';
import { Choice } from '../../ui/choice.tsx';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { Select } from '../../ui/select.tsx';
import { changeOwn } from '../session/settings.ts';
import { CohortView } from './cohort-view.tsx';
import { CoursePicture } from './course-picture.tsx';
import { ExportActions } from './export-actions.tsx';
import { ImportTable } from './import-table.tsx';
import { messages } from './messages.ts';
import { ObservationForm } from './observation-form.tsx';
import { PanelTables } from './panel-tables.tsx';
import { PartList } from './part-list.tsx';
import { RangeForm } from './range-form.tsx';

/** Doses, NK activity, reactions and markers of one donor on one time line. It shows; it judges nobody. */
export function CourseView() {
  const app = useApp();
  const t = useMessages(messages);
  const [donors, setDonors] = useState<readonly string[]>();
  const [chosen, setChosen] = useState<string>();
  const [source, setSource] = useState<CourseSource & { readonly donor: string }>();
  const [turn, setTurn] = useState(0);
  const [isMany, setMany] = useState(false);
  const donor = donors?.find((one) => one === chosen) ?? donors?.[0];
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each writing
  useEffect(() => {
    let isOpen = true;
    void attempt(app, () => ask(app.bridge.courseDonors())).then((found) => isOpen && setDonors(found ?? []));
    return () => {
      isOpen = false;
    };
  }, [app, turn]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read again after each writing
  useEffect(() => {
    if (donor === undefined) return;
    let isOpen = true;
    void attempt(app, () => ask(app.bridge.courseOfDonor(donor))).then((found) => isOpen && found && setSource({ donor, ...found }));
    return () => {
      isOpen = false;
    };
  }, [app, donor, turn]);
  const shown = source !== undefined && source.donor === donor ? source : undefined;
  return (
    <section className="page" aria-label={t('coursePage')} data-testid="course">
      <div className="ledger-actions">
        <h2>{t('coursePage')}</h2>
        {donors && donors.length > 1 && (
          <Choice
            label={t('courseView')}
            value={isMany ? 'many' : 'one'}
            options={[
              { id: 'one', label: t('courseOne'), testId: 'course-one' },
              { id: 'many', label: t('cohortPage'), testId: 'course-many' },
            ]}
            onChange={(id) => setMany(id === 'many')}
          />
        )}
        {!isMany && donor !== undefined && donors && (
          <Select
            label={t('courseDonor')}
            value={donor}
            options={donors.map((id) => ({ id, label: id }))}
            onChange={setChosen}
            testId="course-donor"
          />
        )}
      </div>
      {donors?.length === 0 && <p className="page-note">{t('courseNone')}</p>}
      {isMany && <CohortView />}
      {!isMany && shown && <OneCourse key={shown.donor} source={shown} donor={shown.donor} />}
      {!isMany && donors && (
        <ImportTable
          key={`import ${donor ?? ''}`}
          donor={donor ?? ''}
          onWritten={(written) => {
            setChosen(written);
            setTurn(turn + 1);
          }}
        />
      )}
      {!isMany && donors && (
        <ObservationForm
          key={`${donor ?? ''} ${turn}`}
          donor={donor ?? ''}
          observations={shown?.observations ?? []}
          onWritten={(written) => {
            setChosen(written);
            setTurn(turn + 1);
          }}
        />
      )}
    </section>
  );
}

function OneCourse({ donor, source }: { readonly donor: string; readonly source: CourseSource }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const choice = useWindow((state) => liked(state, 'courseParts'));
  const dates = useWindow((state) => liked(state, 'courseDates') ?? 'western');
  const course = useMemo(() => courseFrom(donor, source), [donor, source]);
  const ordered = useMemo(() => orderedParts(course, language, choice), [course, language, choice]);
  const parts = useMemo(() => ordered.filter(({ id }) => choice?.hidden.includes(id) !== true), [ordered, choice]);
  const whole = useMemo(() => wholeSpan(course), [course]);
  const [span, setSpan] = useState(whole);
  const [cursor, setCursor] = useState(course.doses[0]?.day ?? 0);
  const summary = useMemo(() => courseSummary(course, language), [course, language]);
  // a zoom changes the picture alone
  const tables = useMemo(
    () => (
      <div data-testid="course-document">
        <DocumentView blocks={summary} theme={theme} />
        <PanelTables course={course} parts={parts} theme={theme} />
      </div>
    ),
    [summary, course, parts, theme],
  );
  const list = useMemo(
    () => (
      <PartList
        parts={ordered}
        hidden={choice?.hidden ?? []}
        onChange={({ order, hidden }) => changeOwn(app, { courseParts: { order: [...order], hidden: [...hidden] } })}
      />
    ),
    [app, ordered, choice],
  );
  const actions = useMemo(() => <ExportActions {...{ donor, source, choice, dates }} />, [donor, source, choice, dates]);
  const range = useMemo(() => <RangeForm start={course.start} whole={whole} cursor={cursor} onSpan={setSpan} />, [course, whole, cursor]);
  if (source.observations.length + source.taken.length + source.left.length + source.doses.length === 0)
    return <p className="page-note">{t('courseNothing')}</p>;
  return (
    <>
      {actions}
      <div className="ledger-actions">
        <Choice
          label={t('courseDates')}
          value={dates}
          options={dateStyles.map((id) => ({ id, label: t(`courseDates.${id}`), testId: `course-dates-${id}` }))}
          onChange={(id) => changeOwn(app, { courseDates: id })}
        />
      </div>
      {range}
      <CoursePicture
        {...{ course, parts, dates, whole, span, cursor }}
        onSpan={(next) => setSpan(next)}
        onCursor={(day) => setCursor(day)}
      />
      {list}
      {tables}
    </>
  );
}

import '../../ui/page.css';
import '../ledger/ledger.css';
import { useEffect, useMemo, useState } from 'react';
import { courseDocument } from '../../../core/show/course/course-document.ts';
import type { Printing } from '../../../core/show/report/page-footer.ts';
import { type CourseSource, courseFrom } from '../../../core/study/course/course-source.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';
import { ObservationForm } from './observation-form.tsx';

/** Doses, NK activity, reactions and markers of one donor on one time line. It shows; it judges nobody. */
export function CourseView() {
  const app = useApp();
  const t = useMessages(messages);
  const [donors, setDonors] = useState<readonly string[]>();
  const [chosen, setChosen] = useState<string>();
  const [source, setSource] = useState<CourseSource & { readonly donor: string }>();
  const [turn, setTurn] = useState(0);
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
        {donor !== undefined && donors && (
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
      {shown && <OneCourse source={shown} donor={shown.donor} />}
      {donors && (
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
  const made = useMemo(() => {
    const course = courseFrom(donor, source);
    return (printing: Printing) => courseDocument(course, printing);
  }, [donor, source]);
  const blocks = useMemo(
    () => made({ language, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone, version: '' }).blocks,
    [made, language],
  );
  if (source.observations.length + source.taken.length + source.left.length + source.doses.length === 0)
    return <p className="page-note">{t('courseNothing')}</p>;
  return (
    <>
      <div className="ledger-actions">
        <Button onClick={() => void printDocument(app, t('courseFile', { donor }), made)} testId="course-pdf">
          {t('coursePdf')}
        </Button>
      </div>
      <DocumentView blocks={blocks} theme={theme} testId="course-document" />
    </>
  );
}

import { useEffect, useMemo, useState } from 'react';
import { Problem } from '../../../core/base/problem.ts';
import { readTable } from '../../../core/base/tables/read-table.ts';
import { type CourseTemplate, readCourseTable, withoutDoubts } from '../../../core/study/course/course-table.ts';
import { observationKinds } from '../../../core/study/course/observation-kinds.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { DoubtTable } from './doubt-table.tsx';
import { messages } from './messages.ts';
import { type ColumnDraft, draftOf, kindNames, type TemplateDraft, templateOf } from './template-draft.ts';

export interface ImportTableProps {
  readonly donor: string;
  readonly onWritten: (donor: string) => void;
}

interface OpenedTable {
  readonly name: string;
  readonly text: string;
  readonly columns: readonly string[];
}

const holdsOf = ['nothing', 'date', 'time', 'donor'] as const;

/** A table of a hospital laboratory or a fever sheet: its columns are told once, every doubt is seen before anything is taken. */
export function ImportTable({ donor, onWritten }: ImportTableProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const [table, setTable] = useState<OpenedTable>();
  const [kept, setKept] = useState<readonly CourseTemplate[]>([]);
  const [draft, setDraft] = useState<TemplateDraft>({ name: '', donor, laboratory: '', columns: {} });
  const [isNew, setNew] = useState(false);
  const [goodOnly, setGoodOnly] = useState(false);
  useEffect(() => {
    let isOpen = true;
    void attempt(app, () => ask(app.bridge.courseTemplates())).then((found) => isOpen && found && setKept(found));
    return () => {
      isOpen = false;
    };
  }, [app]);
  const read = useMemo(() => (table === undefined ? undefined : readBy(table, draft, app.user)), [table, draft, app.user]);
  const open = () =>
    attempt(app, async () => {
      const opened = await ask(app.bridge.openText('table'));
      if (opened === null) return;
      const [head] = readTable(opened.text).rows;
      setTable({ name: opened.file.name, text: opened.text, columns: (head?.cells ?? []).filter((cell) => cell.trim() !== '') });
    });
  const keep = () =>
    attempt(app, async () => {
      const template = templateOf(draft);
      await ask(app.bridge.keepCourseTemplate(template));
      setKept([...kept.filter(({ name }) => name !== template.name), template]);
      setView(app.store, { message: t('importKept', { name: template.name }) });
    });
  const take = () =>
    attempt(app, async () => {
      if (table === undefined || read === undefined || read instanceof Problem) return;
      const good = withoutDoubts(read, table.name);
      const count = await ask(app.bridge.addObservations([...good], isNew ? 'new-donors' : 'known-donors'));
      setView(app.store, { message: t('observationAdded', { count }) });
      setTable(undefined);
      onWritten(good[0]?.donor ?? donor);
    });
  const change = (column: string, fields: Partial<ColumnDraft>) =>
    setDraft({ ...draft, columns: { ...draft.columns, [column]: { ...(draft.columns[column] ?? { holds: 'nothing' }), ...fields } } });
  const good = read === undefined || read instanceof Problem || table === undefined ? [] : withoutDoubts(read, table.name);
  const doubts = read === undefined || read instanceof Problem ? [] : read.doubts;
  return (
    <section className="page-section" aria-label={t('importTable')}>
      <h3>{t('importTable')}</h3>
      <p className="page-note">{t('importHint')}</p>
      <div className="ledger-actions">
        <Button onClick={() => void open()} testId="import-open">
          {t('importOpen')}
        </Button>
        {table && kept.length > 0 && (
          <Select
            label={t('importTemplate')}
            value={draft.name}
            options={[{ id: '', label: t('importTemplate') }, ...kept.map(({ name }) => ({ id: name, label: name }))]}
            onChange={(name) => {
              const template = kept.find((one) => one.name === name);
              if (template !== undefined) setDraft(draftOf(template));
            }}
            testId="import-template"
          />
        )}
      </div>
      {table && (
        <>
          <p className="document-text selectable">{table.name}</p>
          <div className="ledger-actions course-range">
            {(['name', 'donor', 'laboratory'] as const).map((field) => (
              <input
                key={field}
                className="input"
                value={draft[field]}
                onChange={({ target: { value } }) => setDraft({ ...draft, [field]: value })}
                aria-label={t(`import.${field}`)}
                placeholder={t(`import.${field}`)}
                data-testid={`import-${field}`}
              />
            ))}
          </div>
          <div className="document-scroll">
            <table className="document-table" data-testid="import-columns">
              <thead>
                <tr>
                  <th scope="col">{t('importColumn')}</th>
                  <th scope="col">{t('importHolds')}</th>
                  <th scope="col">{t('importBeside')}</th>
                </tr>
              </thead>
              <tbody>
                {table.columns.map((column, i) => (
                  <tr key={column}>
                    <td>{column}</td>
                    <td>
                      <Select<ColumnDraft['holds']>
                        label={t('importHoldsOf', { column })}
                        value={draft.columns[column]?.holds ?? 'nothing'}
                        options={[
                          ...holdsOf.map((id) => ({ id, label: t(`holds.${id}`) })),
                          ...kindNames.map((id) => ({ id, label: observationKinds[id].words[language] })),
                        ]}
                        onChange={(holds) => change(column, { holds, unit: undefined })}
                        testId={`import-column-${i}`}
                      />
                    </td>
                    <td>
                      <ColumnFields column={column} draft={draft.columns[column]} onChange={(fields) => change(column, fields)} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {read instanceof Problem ? (
            <p className="document-text">{read.in(language)}</p>
          ) : (
            <>
              <p className="document-text" data-testid="import-found">
                {t('importFound', { good: good.length, doubts: doubts.length })}
              </p>
              <DoubtTable doubts={doubts} />
            </>
          )}
          <div className="ledger-actions">
            {doubts.length > 0 && (
              <label className="report-line">
                <input
                  type="checkbox"
                  checked={goodOnly}
                  onChange={({ target }) => setGoodOnly(target.checked)}
                  data-testid="import-good"
                />
                {t('importGood')}
              </label>
            )}
            <label className="report-line">
              <input type="checkbox" checked={isNew} onChange={({ target }) => setNew(target.checked)} data-testid="import-new" />
              {t('importNew')}
            </label>
            <Button
              kind="primary"
              onClick={() => void take()}
              disabled={good.length === 0 || (doubts.length > 0 && !goodOnly)}
              testId="import-take"
            >
              {t('importTake', { good: good.length })}
            </Button>
            <Button onClick={() => void keep()} testId="import-keep">
              {t('importKeep')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function readBy({ name, text }: OpenedTable, draft: TemplateDraft, by: string) {
  try {
    // a name is asked for only where the template is kept
    return readCourseTable(text, templateOf({ ...draft, name: draft.name.trim() || name }), { file: name, by });
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
}

const besideNk = ['method', 'target', 'et', 'hours'] as const;
const limits = ['low', 'high'] as const;

function ColumnFields({
  column,
  draft = { holds: 'nothing' },
  onChange,
}: {
  readonly column: string;
  readonly draft: ColumnDraft | undefined;
  readonly onChange: (fields: Partial<ColumnDraft>) => void;
}) {
  const t = useMessages(messages);
  const kind = kindNames.find((name) => name === draft.holds);
  if (kind === undefined) return null;
  const units: readonly string[] = observationKinds[kind].units.flatMap(({ names: [first] }) => first ?? []);
  return (
    <div className="course-column">
      {units.length > 0 && (
        <Select
          label={t('importUnitOf', { column })}
          value={draft.unit ?? units[0] ?? ''}
          options={units.map((id) => ({ id, label: id }))}
          onChange={(unit) => onChange({ unit })}
        />
      )}
      {(kind === 'nk-activity' ? [...besideNk, ...limits] : units.length > 0 ? limits : []).map((field) => (
        <input
          key={field}
          className="input"
          value={draft[field] ?? ''}
          onChange={({ target: { value } }) => onChange({ [field]: value })}
          aria-label={`${column}: ${t(`column.${field}`)}`}
          placeholder={t(`column.${field}`)}
          data-testid={`import-${column}-${field}`}
        />
      ))}
    </div>
  );
}

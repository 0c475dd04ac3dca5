import '../../ui/page.css';
import './killing.css';
import { useEffect, useMemo, useState } from 'react';
import { contentDigest } from '../../../core/base/chain/chain.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { SectionedDocument } from '../../../core/show/document/sectioned.ts';
import { comparisonDocument } from '../../../core/show/killing/comparison-document.ts';
import { plateDocument } from '../../../core/show/killing/plate-document.ts';
import type { Printing } from '../../../core/show/report/page-footer.ts';
import { comparePlates, comparisons } from '../../../core/study/killing/compare-plates.ts';
import { newestCharts } from '../../../core/study/killing/control-chart.ts';
import { type Plate, plateSizes } from '../../../core/study/killing/plate.ts';
import type { SessionPlate } from '../../../core/study/session/document/session-document.ts';
import { edit } from '../../context/edit.ts';
import { printDocument } from '../../context/print-document.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setKilling, setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { Select } from '../../ui/select.tsx';
import {
  findPlates,
  measureAhead,
  newPlate,
  openGrid,
  openPlate,
  platesOf,
  resultsOf,
  saveLysis,
  savePlate,
  setReadings,
  unmeasuredIn,
} from './actions.ts';
import { AssayForm } from './assay-form.tsx';
import { countFcs, seenOf } from './count-fcs.ts';
import { messages } from './messages.ts';
import { Effectors, PlateFacts } from './plate-facts.tsx';
import { PlateMap } from './plate-map.tsx';
import { WellEditor } from './well-editor.tsx';
import { byName, type Chosen, pastedReadings, wellsIn } from './wells.ts';

const none: readonly SessionPlate[] = [];

/** Cytotoxic activity: the plates of the session, one with its wells and what follows from them, or lots side by side. */
export function KillingView() {
  const app = useApp();
  const t = useMessages(messages);
  const plates = useWindow((state) => (platesOf(state).length === 0 ? none : platesOf(state)));
  const { plate: wanted, by } = useWindow(({ view }) => view.killing);
  const [size, setSize] = useState<Plate['size']>(96);
  const shown = plates.find(({ id }) => id === wanted) ?? plates[0];
  return (
    <section className="page" aria-label={t('killingPage')} data-testid="killing">
      <div className="killing-head">
        <h2>{t('killingPage')}</h2>
        <Choice
          label={t('platesCompared')}
          value={by ?? 'one'}
          options={[
            { id: 'one' as const, label: t('onePlate'), testId: 'killing-one' },
            ...comparisons.map((id) => ({ id, label: t(`compareBy.${id}`), testId: `killing-${id}` })),
          ]}
          onChange={(id) => setKilling(app.store, { by: id === 'one' ? undefined : id })}
        />
        {shown && by === undefined && (
          <Select
            label={t('plateChoice')}
            value={shown.id}
            options={plates.map(({ id, plate }) => ({ id, label: plate.name }))}
            onChange={(plate) => setKilling(app.store, { plate })}
            testId="killing-plate"
          />
        )}
        <span className="killing-space" />
        <Button onClick={() => void openPlate(app)} testId="plate-open">
          {t('plateOpen')}
        </Button>
        <Select
          label={t('plateSize')}
          value={String(size)}
          options={Object.keys(plateSizes).map((id) => ({ id, label: t('plateSizeOf', { size: id }) }))}
          onChange={(id) => setSize(Number(id) as Plate['size'])}
          testId="plate-size"
        />
        <Button onClick={() => newPlate(app, size)} testId="plate-new">
          {t('plateNew')}
        </Button>
      </div>
      {shown === undefined && by === undefined && <p className="page-note">{t('killingNone')}</p>}
      {shown && by === undefined && <OnePlate key={shown.id} id={shown.id} plate={shown.plate} plates={plates} />}
      {by !== undefined && <Compared plates={plates} />}
    </section>
  );
}

const corner: Chosen = { from: { row: 0, column: 0 }, to: { row: 0, column: 0 } };

function OnePlate({ id, plate, plates }: SessionPlate & { readonly plates: readonly SessionPlate[] }) {
  const app = useApp();
  const t = useMessages(messages);
  const [chosen, setChosen] = useState<Chosen>(corner);
  const done = useMeasured(plates);
  const result = done === plates.length ? resultsOf(plates).get(plate) : undefined;
  const known = byName(plate);
  const clear = () => {
    const cleared = wellsIn(chosen).filter((well) => known.has(well));
    if (cleared.length > 0) edit(app, { type: 'plate/wells', id, wells: [], cleared });
  };
  const paste = (text: string) => {
    const readings = pastedReadings(text, chosen, plate);
    if (typeof readings === 'string') setView(app.store, { message: t(readings === 'outside' ? 'pasteOutside' : 'pasteUnsure') });
    else setReadings(app, id, plate, readings);
  };
  const made =
    result &&
    ((printing: Printing) => plateDocument(plate, result, { ...printing, sha256: contentDigest(plate), pictures: seenOf(plate).pictures }));
  return (
    <>
      <div className="killing-actions">
        <Button onClick={() => void openGrid(app, id, plate)} testId="plate-grid">
          {t('plateGrid')}
        </Button>
        {plate.assay?.flow && (
          <Button onClick={() => void countFcs(app, id, plate)} title={t('fcsHint')} testId="plate-fcs">
            {t('plateFcs')}
          </Button>
        )}
        <Button onClick={() => void savePlate(app, plate)} testId="plate-save">
          {t('plateSave')}
        </Button>
        {made && (
          <>
            <Button onClick={() => void printDocument(app, t('plateFile', { name: plate.name }), made)} testId="plate-pdf">
              {t('platePdf')}
            </Button>
            <Button onClick={() => result && void saveLysis(app, [result])} testId="plate-table">
              {t('plateTable')}
            </Button>
          </>
        )}
        <Button onClick={() => edit(app, { type: 'plate/remove', id })} testId="plate-remove">
          {t('plateRemove')}
        </Button>
      </div>
      <div className="killing-plate">
        <div>
          <PlateMap plate={plate} chosen={chosen} onChoose={setChosen} onPaste={paste} onClear={clear} />
          <p className="quiet small">{t('plateMapHint')}</p>
        </div>
        <WellEditor id={id} plate={plate} chosen={chosen} onClear={clear} />
      </div>
      <PlateFacts id={id} plate={plate} />
      <Effectors id={id} plate={plate} />
      {made && <Findings made={made} />}
      {done < plates.length && <Measuring done={done} total={plates.length} />}
      <AssayForm id={id} plate={plate} />
    </>
  );
}

function Measuring({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useMessages(messages);
  return (
    <p className="page-note" role="status">
      {t('measuring', { done, total })}
    </p>
  );
}

/** A document as it is printed. */
function Findings({ made }: { readonly made: (printing: Printing) => SectionedDocument }) {
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const { title, subtitle, blocks } = made({ language, timeZone, version: '' });
  return (
    <section className="killing-findings" aria-label={title}>
      <h2>{title}</h2>
      <p className="quiet small">{subtitle}</p>
      <DocumentView blocks={blocks} theme={theme} testId="killing-document" />
    </section>
  );
}

/** Lots side by side, of the session or of a search in the archive. */
function Compared({ plates }: { readonly plates: readonly SessionPlate[] }) {
  const app = useApp();
  const t = useMessages(messages);
  const archive = useWindow(({ view }) => view.killing.archive);
  const [query, setQuery] = useState(archive?.query ?? '');
  const source = archive === undefined ? 'session' : 'archive';
  const shown = archive === undefined ? plates : archive.plates;
  return (
    <>
      <form
        className="killing-actions"
        onSubmit={(event) => {
          event.preventDefault();
          void findPlates(app, query);
        }}
      >
        <Choice
          label={t('sourceChoice')}
          value={source}
          options={[
            { id: 'session' as const, label: t('ofSession'), testId: 'killing-session' },
            { id: 'archive' as const, label: t('ofArchive'), testId: 'killing-archive' },
          ]}
          onChange={(id) => setKilling(app.store, { archive: id === 'session' ? undefined : { query, plates: undefined } })}
        />
        {archive && (
          <>
            <input
              className="input killing-query"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              placeholder={t('platesQuery')}
              aria-label={t('platesSearch')}
              data-testid="killing-query"
            />
            <Button onClick={() => void findPlates(app, query)} testId="killing-find">
              {t('platesSearch')}
            </Button>
            {archive.plates && (
              <span className="quiet small" data-testid="killing-found">
                {t('platesFound', { count: archive.plates.length })}
              </span>
            )}
          </>
        )}
      </form>
      {shown === undefined ? <p className="page-note">{t('platesHint')}</p> : <SideBySide plates={shown} />}
    </>
  );
}

/** As many are measured while they are waited for. */
const FEW = 2;

/** How many plates are measured; some at a time, so that many block no frame. */
function useMeasured(plates: readonly SessionPlate[]): number {
  const [done, setDone] = useState<{ readonly of: readonly SessionPlate[]; readonly count: number }>();
  useEffect(() => {
    const controller = new AbortController();
    void measureAhead(plates, (count) => setDone({ of: plates, count }), controller.signal);
    return () => controller.abort();
  }, [plates]);
  // an edit leaves one to measure: what is shown does not blink for it
  if (unmeasuredIn(plates) <= FEW) return plates.length;
  return done?.of === plates ? done.count : 0;
}

/** What cannot be compared says in which field it differs. */
function SideBySide({ plates }: { readonly plates: readonly SessionPlate[] }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const by = useWindow(({ view }) => view.killing.by) ?? 'method';
  const done = useMeasured(plates);
  const isDone = done === plates.length;
  const results = useMemo(() => (isDone ? [...resultsOf(plates).values()] : []), [plates, isDone]);
  const [first] = results;
  const compared = useMemo(() => {
    try {
      return first && { comparison: comparePlates(results, by), assay: first.assay };
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }, [results, first, by]);
  if (!isDone) return <Measuring done={done} total={plates.length} />;
  if (compared === undefined) return plates.length === 0 ? null : <p className="page-note">{t('assayNeeded')}</p>;
  if (compared instanceof Problem)
    return (
      <p className="page-note" role="alert" data-testid="killing-refused">
        {compared.in(language)}
      </p>
    );
  const { comparison, assay } = compared;
  const digest = contentDigest(plates.map(({ plate }) => plate));
  const charts = newestCharts(results);
  const made = (printing: Printing) => comparisonDocument(comparison, { ...printing, assay, digest, charts });
  return (
    <>
      <div className="killing-actions">
        <Button onClick={() => void printDocument(app, t('compareFile'), made)} testId="compare-pdf">
          {t('comparePdf')}
        </Button>
        <Button onClick={() => void saveLysis(app, results)} testId="compare-table">
          {t('plateTable')}
        </Button>
      </div>
      <Findings made={made} />
    </>
  );
}

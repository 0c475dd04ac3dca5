import { lysisTable } from '../../../core/show/killing/lysis-table.ts';
import { type Assay, isSeries, parseAssay } from '../../../core/study/killing/assay.ts';
import { chartControls } from '../../../core/study/killing/control-chart.ts';
import { measurePlate } from '../../../core/study/killing/measure-plate.ts';
import { type Plate, parsePlate, type WellRow } from '../../../core/study/killing/plate.ts';
import { readGrid } from '../../../core/study/killing/plate-grid.ts';
import type { PlateResult } from '../../../core/study/killing/plate-result.ts';
import { readSeries, wellsWithSeries } from '../../../core/study/killing/plate-series.ts';
import { readPlateTable } from '../../../core/study/killing/plate-table.ts';
import type { SessionPlate } from '../../../core/study/session/document/session-document.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { remembered } from '../../store/remembered.ts';
import type { State } from '../../store/state.ts';
import { setKilling, setView } from '../../store/store.ts';
import { seenOf } from './count-fcs.ts';
import { messages } from './messages.ts';
import { byName, readingFields } from './wells.ts';

export const platesOf = ({ session }: State) => session.history.present.plates ?? [];

const measured = new WeakMap<Plate, PlateResult | undefined>();

/** A plate by its own definition; undefined before it has one. */
function resultOf(plate: Plate): PlateResult | undefined {
  const { assay } = plate;
  return assay && remembered(measured as WeakMap<Plate, PlateResult>, plate, () => measurePlate(plate, assay, seenOf(plate).problems));
}

const charted = new WeakMap<readonly SessionPlate[], ReadonlyMap<Plate, PlateResult>>();

/** How many plates with a definition were not measured yet. */
export const unmeasuredIn = (plates: readonly SessionPlate[]): number =>
  plates.filter(({ plate }) => plate.assay !== undefined && !measured.has(plate)).length;

/** Between two looks at the window while many plates are measured. */
const SLICE_MS = 12;

/** Measures plates that were not yet, some at a time so that the window stays at hand; tells how many are done. Stops when it is told to. */
export async function measureAhead(plates: readonly SessionPlate[], onDone: (done: number) => void, signal: AbortSignal): Promise<void> {
  let since = performance.now();
  for (const [i, { plate }] of plates.entries()) {
    if (signal.aborted) return;
    resultOf(plate);
    if (performance.now() - since < SLICE_MS) continue;
    onDone(i + 1);
    await new Promise((resume) => setTimeout(resume));
    since = performance.now();
  }
  onDone(plates.length);
}

/** Plates of the archive that a query means. */
export const findPlates = (app: AppContext, query: string) =>
  attempt(app, async () => {
    const plates = await ask(app.bridge.archivePlates(query));
    setKilling(app.store, { archive: { query, plates } });
  });

/** All plates of the session that can be measured, each with its control donor judged by those before it. */
export const resultsOf = (plates: readonly SessionPlate[]): ReadonlyMap<Plate, PlateResult> =>
  remembered(charted, plates, () => {
    const measuredOnes = plates.flatMap(({ plate }) => resultOf(plate) ?? []);
    const judged = chartControls(measuredOnes);
    return new Map(
      plates.flatMap(({ plate }) => {
        const at = measuredOnes.indexOf(resultOf(plate)!);
        return at < 0 ? [] : [[plate, judged[at]!] as const];
      }),
    );
  });

/** A name that no plate of the session had. */
function newId(app: AppContext): string {
  const taken = new Set(
    app.store.getState().session.history.audit.flatMap(({ action }) => (action.type === 'plate/add' ? [action.id] : [])),
  );
  let number = taken.size + 1;
  while (taken.has(`plate-${number}`)) number++;
  return `plate-${number}`;
}

function addPlate(app: AppContext, plate: Plate): void {
  const id = newId(app);
  if (edit(app, { type: 'plate/add', id, plate })) setKilling(app.store, { plate: id, by: undefined });
}

export function newPlate(app: AppContext, size: Plate['size']): void {
  const number = platesOf(app.store.getState()).length + 1;
  const name = translator(messages, app.store.getState().view.language)('plateNewName', { number });
  // a laboratory measures its plates alike: the definition of the last one holds until another is set
  const assay = platesOf(app.store.getState()).at(-1)?.plate.assay;
  addPlate(app, { format: 'lymphoscope-plate', version: 1, name, size, ...(assay && { assay }), effectors: [], wells: [] });
}

/** A plate from JSON or a table with a row a well, by a dialog. */
export const openPlate = (app: AppContext) =>
  attempt(app, async () => {
    const opened = await ask(app.bridge.openText('plate'));
    if (opened === null) return;
    const { file, text } = opened;
    addPlate(app, /\.json$/i.test(file.name) ? parsePlate(text) : readPlateTable(text, file.name.replace(/\.[^.]+$/, '')));
  });

export const openAssay = (app: AppContext, id: string) =>
  attempt(app, async () => {
    const opened = await ask(app.bridge.openText('plate'));
    if (opened !== null) edit(app, { type: 'plate/change', id, assay: parseAssay(opened.text) });
  });

/** The table of a reader, in place of the readings that its wells had. */
export const openGrid = (app: AppContext, id: string, plate: Plate) =>
  attempt(app, async () => {
    const opened = await ask(app.bridge.openText('plate'));
    if (opened === null) return;
    if (plate.assay !== undefined && isSeries(plate.assay.readout)) takeSeries(app, id, plate, opened.text);
    else setReadings(app, id, plate, readGrid(opened.text, plate.size));
  });

function takeSeries(app: AppContext, id: string, plate: Plate, text: string): void {
  const series = readSeries(text, plate.size);
  const wells = wellsWithSeries(plate, series).filter((well) => well.series !== undefined);
  if (wells.length === 0 || !edit(app, { type: 'plate/wells', id, wells: [...wells], times: [...series.times] })) return;
  const { language } = app.store.getState().view;
  setView(app.store, { message: translator(messages, language)('readingsTaken', { count: wells.length * series.times.length }) });
}

/** Readings in wells that have a use, and in those that get one by being read. */
export function setReadings(app: AppContext, id: string, plate: Plate, readings: ReadonlyMap<string, number | string>): void {
  const known = byName(plate);
  const { language } = app.store.getState().view;
  const field = readingFields(plate.assay)[0] ?? 'signal';
  // of two counts a well, one block says neither which it is nor the other
  if (field === 'dead') {
    setView(app.store, { message: translator(messages, language)('pasteDead') });
    return;
  }
  const wells = [...readings].map(([well, value]): WellRow => ({ ...(known.get(well) ?? { well, role: 'test' }), well, [field]: value }));
  if (wells.length === 0 || !edit(app, { type: 'plate/wells', id, wells })) return;
  setView(app.store, { message: translator(messages, language)('readingsTaken', { count: wells.length }) });
}

const saved = (app: AppContext, name: string, document: Plate | Assay) =>
  attempt(app, async () => {
    const file = await ask(app.bridge.saveText(name, `${JSON.stringify(document, null, 2)}\n`));
    const { language } = app.store.getState().view;
    if (file !== null) setView(app.store, { message: translator(messages, language)('written', { file: file.name }) });
  });

export const savePlate = (app: AppContext, plate: Plate) => saved(app, `${plate.name}.json`, plate);
export const saveAssay = (app: AppContext, assay: Assay) =>
  saved(app, translator(messages, app.store.getState().view.language)('assayFile', { name: assay.name }), assay);

/** Lysis of all measured plates as a table, in full precision. */
export const saveLysis = (app: AppContext, results: readonly PlateResult[]) =>
  attempt(app, async () => {
    const { columns, rows } = lysisTable(results);
    await ask(app.bridge.saveTable('lysis.xlsx', columns, rows));
  });

import { readJsonDocument } from '../../../core/base/json-document.ts';
import type { DrawnPage } from '../../../core/contract/drawn-pages.ts';
import { drawLayoutPage, paperOf } from '../../../core/show/layout/draw-layout.ts';
import { themes } from '../../../core/show/plot/theme.ts';
import { newLayout } from '../../../core/study/arrangement/edit-layout.ts';
import { type Layout, layoutKind } from '../../../core/study/arrangement/layout.ts';
import type { SessionDocument } from '../../../core/study/session/document/session-document.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { plotsOf, setArrangement } from '../../store/arrangement.ts';
import { protocolFor, sampleAt } from '../../store/document.ts';
import { labelsOf } from '../../store/looks.ts';
import { remembered } from '../../store/remembered.ts';
import { settledResults } from '../../store/selectors.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { drawingToPng } from '../../ui/charts/paint-canvas.ts';
import { countPage, layoutPages, type PageLook } from './layout-samples.ts';
import { messages } from './messages.ts';

export const layoutsOf = ({ session }: State): readonly Layout[] => session.arrangement.layouts ?? none;
const none: readonly Layout[] = [];

const setLayouts = ({ store }: Pick<AppContext, 'store'>, layouts: readonly Layout[]): void =>
  setArrangement(store, { layouts: layouts.length === 0 ? undefined : layouts });

/** A layout of the window's first plots; its name. */
export function addLayout(app: AppContext): string {
  const state = app.store.getState();
  const layouts = layoutsOf(state);
  const t = translator(messages, state.view.language);
  const taken = new Set(layouts.map(({ name }) => name));
  let number = layouts.length + 1;
  while (taken.has(t('layoutNameOf', { number }))) number++;
  const name = t('layoutNameOf', { number });
  setLayouts(app, [...layouts, newLayout(name, plotsOf(state))]);
  return name;
}

export const changeLayout = (app: AppContext, name: string, change: (layout: Layout) => Layout): void => {
  const layouts = layoutsOf(app.store.getState());
  const changed = layouts.map((layout) => (layout.name === name ? change(layout) : layout));
  if (changed.some((layout, i) => layout !== layouts[i])) setLayouts(app, changed);
};

export const deleteLayout = (app: AppContext, name: string): void =>
  setLayouts(
    app,
    layoutsOf(app.store.getState()).filter((layout) => layout.name !== name),
  );

/** The layout as a file of its own, for other sessions. */
export async function saveTemplate(app: AppContext, layout: Layout): Promise<void> {
  const text = `${JSON.stringify(layout, undefined, 2)}\n`;
  const written = await attempt(app, () => ask(app.bridge.saveText(`${layout.name}.layout.json`, text)));
  if (written) tellWritten(app, written.name);
}

/** A layout from a file, beside those of the session; its name, undefined where none was opened. */
export const openTemplate = (app: AppContext): Promise<string | undefined> =>
  attempt(app, async () => {
    const opened = await ask(app.bridge.openText('layout'));
    if (opened === null) return undefined;
    const layout = readJsonDocument(opened.text, layoutKind);
    const layouts = layoutsOf(app.store.getState());
    const taken = new Set(layouts.map(({ name }) => name));
    let name = layout.name;
    for (let n = 2; taken.has(name); n++) name = `${layout.name} ${n}`;
    setLayouts(app, [...layouts, { ...layout, name }]);
    return name;
  });

const minimums = new WeakMap<SessionDocument, PageLook['minimumOf']>();

/** One function a document: what is made anew each time would draw the page without end. */
const minimumIn = (document: SessionDocument): PageLook['minimumOf'] =>
  remembered(minimums, document, () => (key) => protocolFor(document, sampleAt(document, key)).statistics.minimumEvents);

export const lookOf = (state: State): PageLook => ({
  language: state.view.language,
  ramp: state.view.ramp,
  scaling: state.view.scaling,
  minimumOf: minimumIn(state.session.history.present),
  looks: state.session.arrangement.looks,
  labels: labelsOf(state),
});

/** All pages as one PDF, each counted over all events; with progress, and can be given up. */
export async function exportLayout(app: AppContext, layout: Layout): Promise<void> {
  const { store, engine, bridge } = app;
  const state = store.getState();
  const samples = settledResults(state);
  if (samples === undefined || samples.length === 0) return;
  const controller = new AbortController();
  const pages = layoutPages(layout, samples, state.session.history.present);
  await attempt(app, async () => {
    const drawn: DrawnPage[] = [];
    for (const [i, page] of pages.entries()) {
      setView(store, { work: { word: 'exporting', done: i, total: pages.length, cancel: () => controller.abort() } });
      const look = lookOf(state);
      const counted = await countPage(engine, layout, page, look, controller.signal);
      controller.signal.throwIfAborted();
      const title = page.value ?? page.samples[0]?.analysis.sample.file ?? layout.name;
      const drawing = drawLayoutPage(layout, counted, { ...look, page: i + 1, pages: pages.length });
      drawn.push({ title, ...paperOf(layout), drawing });
    }
    const written = await ask(bridge.exportPages(drawn, state.view.language, `${layout.name}.pdf`));
    if (written !== null) tellWritten(app, written.name);
  });
  setView(store, { work: undefined });
}

const PICTURE_DPI = 300;

/** One page as a picture. */
export async function exportPagePicture(app: AppContext, layout: Layout, at: number): Promise<void> {
  const { store, engine, bridge } = app;
  const state = store.getState();
  const pages = layoutPages(layout, settledResults(state) ?? [], state.session.history.present);
  const page = pages[at];
  if (page === undefined) return;
  await attempt(app, async () => {
    const look = lookOf(state);
    const counted = await countPage(engine, layout, page, look, new AbortController().signal);
    const drawing = drawLayoutPage(layout, counted, { ...look, page: at + 1, pages: pages.length });
    const png = await drawingToPng(drawing, paperOf(layout), themes.light.background, PICTURE_DPI);
    const written = await ask(bridge.savePicture(`${layout.name} ${at + 1}.png`, new Uint8Array(await png.arrayBuffer())));
    if (written !== null) tellWritten(app, written.name);
  });
}

const tellWritten = ({ store }: Pick<AppContext, 'store'>, file: string): void =>
  setView(store, { message: translator(messages, store.getState().view.language)('written', { file }) });

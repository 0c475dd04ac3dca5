import type { StrategyForSample } from '../../../core/exchange/formats/read-strategy.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { protocolAlone } from '../../../core/study/session/session-strategy.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import type { StrategyFormat } from '../../engine/jobs.ts';
import { translator } from '../../messages/language.ts';
import { setArrangement } from '../../store/arrangement.ts';
import { sampleAt } from '../../store/document.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

/**
 * Gates from a FlowJo workspace, a Gating-ML document or a protocol, as they hold for the sample that is shown. They replace the strategy of
 * the session (undo brings it back); panel, classifier and report stay unless it is a whole protocol.
 */
export async function importGates(app: AppContext): Promise<void> {
  const { store, bridge, engine } = app;
  const key = store.getState().view.selected;
  if (key === undefined) return;
  await attempt(app, async () => {
    const opened = await ask(bridge.openText('workspace'));
    if (opened === null) return;
    const { name } = opened.file;
    const read = await engine.readStrategy(opened.file, key);
    if (!edit(app, { type: 'protocol/replace', protocol: joined(store.getState().session.history.present.protocol, read, name) })) return;
    const stored = read.sample?.counts;
    const show = { name, sample: key, notes: read.notes, stored, grid: undefined, direction: 'in' } as const;
    setArrangement(store, { plots: undefined });
    setView(store, { population: '', dialog: 'interchange', interchange: show });
    if (read.format !== 'flowjo') return;
    const grid = await engine.countAsFlowjo(key);
    if (store.getState().view.interchange === show) setView(store, { interchange: { ...show, grid } });
  });
}

function joined(current: Protocol, { format, protocol }: StrategyForSample, name: string): Protocol {
  if (format === 'protocol') return protocol;
  const { strategy, dimensions, matrices } = protocol;
  return {
    ...current,
    name,
    revision: 1,
    strategy,
    ...(dimensions === undefined ? {} : { dimensions }),
    ...(matrices === undefined ? {} : { matrices }),
  };
}

const endings = { 'gating-ml': '.xml', flowjo: '.wsp' } as const;

/** The strategy as it stands in the sample that is shown, for another program; a list says what that cannot hold. */
export async function exportGates(app: AppContext, format: StrategyFormat): Promise<void> {
  const { store, bridge, engine } = app;
  const key = store.getState().view.selected;
  if (key === undefined) return;
  await attempt(app, async () => {
    const { text, notes } = await engine.writeStrategy(key, format);
    const written = await ask(bridge.saveText(`gates${endings[format]}`, text));
    if (written === null) return;
    const shown = { name: written.name, sample: key, notes, stored: undefined, grid: undefined, direction: 'out' } as const;
    setView(store, {
      ...(notes.length > 0 ? { dialog: 'interchange' as const, interchange: shown } : {}),
      message: saidWritten(app, written.name),
    });
  });
}

/** The protocol as the shown sample is analysed with it, as a file of its own. */
export async function exportProtocol(app: AppContext): Promise<void> {
  const { session, view } = app.store.getState();
  const document = session.history.present;
  const sample = sampleAt(document, view.selected);
  const protocol = sample === undefined ? document.protocol : protocolAlone(document, sample);
  const text = `${JSON.stringify(protocol, undefined, 2)}\n`;
  const written = await attempt(app, () => ask(app.bridge.saveText('protocol.json', text)));
  if (written) setView(app.store, { message: saidWritten(app, written.name) });
}

const saidWritten = (app: AppContext, file: string): string =>
  translator(messages, app.store.getState().view.language)('written', { file });

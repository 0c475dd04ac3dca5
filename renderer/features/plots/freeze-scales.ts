import { changedProtocol } from '../../../core/study/protocol/protocol.ts';
import { freezeScales, type ScaleFacts } from '../../../core/study/sample/freeze-scales.ts';
import { drawnOn } from '../../../core/study/session/edits/placed-gates.ts';
import { type AppContext, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { currentSamples } from '../interchange/export.ts';
import { messages } from './messages.ts';

/**
 * One scale a channel for the whole session, chosen from all its samples and fixed in the protocol. A channel on which a gate was drawn
 * by hand keeps its scale: no such gate may move.
 */
export async function freezeAllScales(app: AppContext): Promise<void> {
  const { store, engine } = app;
  const keys = currentSamples(store.getState()).map(({ key }) => key);
  const controller = new AbortController();
  const show = (done: number) => setView(store, { work: { word: 'reading', done, total: keys.length, cancel: () => controller.abort() } });
  await attempt(app, async () => {
    const facts: ScaleFacts[] = [];
    for (const key of keys) {
      show(facts.length);
      facts.push(await engine.scaleFacts(key, controller.signal));
    }
    const document = store.getState().session.history.present;
    const { protocol } = document;
    const kept = drawnOn(document);
    const batch = facts.map((known) => Object.fromEntries(Object.entries(known).filter(([entry]) => !kept.has(entry))));
    const frozen = freezeScales(protocol, batch);
    if (edit(app, { type: 'protocol/replace', protocol: changedProtocol(frozen, { revision: protocol.revision + 1 }) }))
      setView(store, { message: translator(messages, store.getState().view.language)('scalesFixed') });
  });
  setView(store, { work: undefined });
}

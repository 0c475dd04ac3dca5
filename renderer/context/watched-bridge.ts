import { type Bridge, type CallName, callNames } from '../../core/contract/bridge.ts';
import { type Store, setView } from '../store/store.ts';

/** Calls that nobody waits for, or that wait for a person. */
const unwatched: ReadonlySet<CallName> = new Set([
  'appInfo',
  'changePreferences',
  'clearAutosave',
  'closeWindow',
  'identifySample',
  'openReport',
  'openSamples',
  'openText',
  'recentFiles',
  'registerFile',
  'revealFile',
  'sampleFiles',
  'setUnsaved',
  'stopArchive',
  'writeAutosave',
]);

/** The bridge, whose calls stand in the store as long as they are not answered: what the program behind the window does is said. */
export function watchedBridge<Picked>(bridge: Bridge<Picked>, store: Store): Bridge<Picked> {
  const watched = callNames
    .filter((name) => !unwatched.has(name))
    .map((name) => {
      const call = bridge[name] as (...args: readonly unknown[]) => Promise<unknown>;
      return [name, (...args: readonly unknown[]) => during(store, name, call(...args))] as const;
    });
  return { ...bridge, ...Object.fromEntries(watched) };
}

async function during<T>(store: Store, name: CallName, answer: Promise<T>): Promise<T> {
  const calls = () => store.getState().view.calls;
  setView(store, { calls: [...calls(), name] });
  try {
    return await answer;
  } finally {
    const at = calls().indexOf(name);
    setView(store, { calls: calls().filter((_, i) => i !== at) });
  }
}

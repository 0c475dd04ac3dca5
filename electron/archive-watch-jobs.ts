import path from 'node:path';
import type { Language } from '../core/base/message.ts';
import type { WatchState, WatchWish } from '../core/contract/archive-watch.ts';
import { verdictTable } from '../core/study/watch/verdict-columns.ts';
import { keepProtocol, listProtocols } from '../headless/archive/documents.ts';
import { removeWatchRule, setWatchRule, watchRules } from '../headless/archive/watch-rules.ts';
import { type FileVerdict, lastVerdicts } from '../headless/archive/watch-verdicts.ts';
import { whoWorks } from '../headless/host/who-works.ts';
import type { RuleState } from '../headless/watch/status.ts';
import { watchOn } from '../headless/watch/watch-on.ts';
import { nowText, openPlace, workerCount } from './open-archives.ts';

interface Watching {
  readonly stop: AbortController;
  rules: readonly RuleState[];
}

const SHOWN = 200;
const SECONDS = 3;

/** Watched folders: rules, verdicts, and watching while this process lives. `announce` says of a verdict as it is given. */
export function archiveWatchJobs(announce: (verdict: FileVerdict) => void) {
  const watching = new Map<string, Watching>();
  return {
    async watchState(place: string): Promise<WatchState> {
      const { db } = await openPlace(place);
      const protocols = new Map((await listProtocols(db)).map((one) => [one.sha256, one]));
      const own = watching.get(place);
      const rules = (await watchRules(db)).map((rule) => {
        const state = own?.rules.find((one) => one.rule === rule.name);
        const { name = '', revision = 0 } = protocols.get(rule.protocol) ?? {};
        const trouble = state?.away ?? state?.unwritten;
        return {
          ...{ name: rule.name, folder: path.basename(rule.folder), files: rule.files, protocol: name, revision },
          ...(rule.named === undefined ? {} : { named: rule.named }),
          writes: [rule.certificate, rule.table, rule.drop].some((one) => one !== undefined),
          ...(trouble === undefined ? {} : { trouble }),
          ...(state === undefined ? {} : { waiting: state.waiting }),
        };
      });
      return { on: own !== undefined, rules, verdicts: (await lastVerdicts(db, SHOWN)).map(shown) };
    },
    async addWatchRule(place: string, folder: string, out: string | undefined, wish: WatchWish): Promise<void> {
      const { db } = await openPlace(place);
      const { sha256 } = await keepProtocol(db, wish.protocol, whoWorks(), nowText());
      const writes = out === undefined ? {} : writesInto(out, wish);
      const { name, files, named } = wish;
      const rule = { name, folder, files, protocol: sha256, since: nowText(), ...(named === undefined ? {} : { named }), ...writes };
      await setWatchRule(db, rule, whoWorks(), nowText());
    },
    removeWatchRule: async (place: string, name: string) => removeWatchRule((await openPlace(place)).db, name),
    async setWatching(place: string, on: boolean): Promise<void> {
      const own = watching.get(place);
      if (on === (own !== undefined)) return;
      watching.delete(place);
      own?.stop.abort();
      if (!on) return;
      const begun: Watching = { stop: new AbortController(), rules: [] };
      watching.set(place, begun);
      const over = () => void (watching.get(place) === begun && watching.delete(place));
      // a bug in it must not end the process, which other work is in: what is not watched any more is shown as such
      void watchOn(place, {
        ...{ jobs: workerCount(), by: whoWorks(), now: nowText, signal: begun.stop.signal, seconds: SECONDS, once: false },
        onVerdict: announce,
        onStatus: ({ rules }) => {
          begun.rules = rules;
        },
      }).then(over, (error: unknown) => {
        over();
        process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
      });
    },
  };
}

const writesInto = (folder: string, { name, language }: { readonly name: string; readonly language: Language }) => ({
  certificate: { folder, language },
  table: { file: path.join(folder, `${name.replace(/[^\p{L}\p{N} _.-]/gu, '_')}.csv`), columns: [...verdictTable(language)] },
});

const shown = ({ seq, rule, path: at, verdict, reasons, lot, certificate, at: when }: FileVerdict): WatchState['verdicts'][number] => ({
  ...{ number: seq, rule, file: path.basename(at), verdict, at: when },
  reasons: reasons.map(({ text }) => text),
  ...(lot === undefined ? {} : { lot }),
  ...(certificate === undefined ? {} : { certificate: path.basename(certificate) }),
});

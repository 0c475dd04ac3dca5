import type { WellPictures } from '../../../core/show/killing/flow-blocks.ts';
import type { Plate } from '../../../core/study/killing/plate.ts';
import type { PlateProblem } from '../../../core/study/killing/read-wells.ts';
import { type CountedPlate, countWells } from '../../../core/study/killing/wells/count-wells.ts';
import { type AppContext, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { translator } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

interface Seen {
  readonly pictures: readonly WellPictures[];
  readonly problems: readonly PlateProblem[];
}

/** What was seen while the files of a plate were counted, by the gates that this taught. */
const seen = new WeakMap<NonNullable<Plate['gates']>, Seen>();
const nothing: Seen = { pictures: [], problems: [] };

export const seenOf = ({ gates }: Plate): Seen => (gates && seen.get(gates)) ?? nothing;

/** The files of the session that can be wells, with what tells which. */
const filesIn = ({ store }: AppContext) =>
  [...store.getState().results.samples.values()].flatMap(({ key, name, phase, pending, facts }) =>
    phase === 'loaded' && !pending && facts !== undefined ? [{ key, name, keywords: new Map(Object.entries(facts.keywords ?? {})) }] : [],
  );

/** Counts the targets of a plate in the FCS files of the session, by the gates that its controls teach; a person can stop it. */
export async function countFcs(app: AppContext, id: string, plate: Plate): Promise<void> {
  const { assay } = plate;
  if (assay === undefined) return;
  const files = filesIn(app);
  const controller = new AbortController();
  let done = 0;
  const show = () =>
    setView(app.store, {
      // teaching looks at some of the files several times
      work: { word: 'counting', done, total: Math.max(done + 1, 3 * files.length), cancel: () => controller.abort() },
    });
  show();
  const counted = await attempt(app, () =>
    countWells(plate, assay, files, async ({ key }, protocol) => {
      controller.signal.throwIfAborted();
      const analysis = await app.engine.gateBy(key, protocol, controller.signal, { plots: true });
      done++;
      show();
      return analysis;
    }),
  ).finally(() => setView(app.store, { work: undefined }));
  if (counted !== undefined && !controller.signal.aborted) take(app, id, counted);
}

function take(app: AppContext, id: string, { plate, pictures, problems }: CountedPlate): void {
  const wells = plate.wells.filter(({ fcs }) => fcs?.sha256 !== undefined);
  if (wells.length === 0 || !edit(app, { type: 'plate/wells', id, wells, gates: plate.gates })) return;
  const gates = app.store.getState().session.history.present.plates?.find((one) => one.id === id)?.plate.gates;
  if (gates !== undefined) seen.set(gates, { pictures, problems });
  const t = translator(messages, app.store.getState().view.language);
  setView(app.store, { message: t('fcsCounted', { count: wells.length }) });
}

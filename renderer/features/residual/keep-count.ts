import { ENGINE } from '../../../core/base/engine.ts';
import { describedBy, gatingDigest, type KeptResidual, keepResidual } from '../../../core/study/residual/kept-residual.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import type { SubjectCount } from '../../store/residual-state.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

/** Each day as the archive keeps it: with its plan, its blanks and everything that gated. */
const keptOf = ({ plan, planSha256, of, days }: SubjectCount): readonly KeptResidual[] =>
  days.map(({ tubes, keys, protocol: { name, revision, sha256 }, result, count }) => {
    const counted = new Set([...keys, ...of.filter(({ makers }) => makers.metadata.role !== 'sample').map(({ key }) => key)]);
    const gating = of.filter(({ key }) => counted.has(key)).map(({ makers }) => makers.protocol);
    const protocol = { name, revision, sha256 };
    const origin = { plan, planSha256, protocol, gatingSha256: gatingDigest(gating), engine: ENGINE, ...describedBy(tubes) };
    return keepResidual({ ...origin, ...(count && { cells: count }) }, result);
  });

/** Keeps every day in the archive that is open. */
export async function keepCount(app: AppContext, count: SubjectCount): Promise<void> {
  const t = translator(messages, app.store.getState().view.language);
  const kept = await attempt(app, () => ask(app.bridge.keepResidual([...keptOf(count)])));
  if (kept) setView(app.store, { message: t(kept.added > 0 ? 'residualKept' : 'residualKeptBefore', kept) });
}

import { parseResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';

/** A laboratory's own plan from its file, as a part of the session's protocol; an undo brings the one before back. */
export async function loadPlan(app: AppContext): Promise<void> {
  await attempt(app, async () => {
    const opened = await ask(app.bridge.openText('protocol'));
    if (opened !== null) edit(app, { type: 'residual/set', plan: parseResidualPlan(opened.text) });
  });
}

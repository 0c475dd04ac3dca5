import type { LabelContent } from '../../../core/biology/ledger/book/label.ts';
import { type LabelPaper, labelPages } from '../../../core/show/ledger/labels.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { translator } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { messages } from './messages.ts';

/** Labels of what a lot holds, as PDF where a dialog points. */
export async function printLabels(app: AppContext, lot: string, labels: readonly LabelContent[], paper: LabelPaper): Promise<void> {
  const { language } = app.store.getState().view;
  const t = translator(messages, language);
  await attempt(app, async () => {
    const pages = await labelPages(labels, paper, language);
    const written = await ask(app.bridge.exportPages([...pages], language, t('ledgerLabelFile', { lot })));
    if (written !== null) setView(app.store, { message: t('written', { file: written.name }) });
  });
}

import { documentData } from '../../core/contract/document-data.ts';
import type { SectionedDocument } from '../../core/show/document/sectioned.ts';
import type { Printing } from '../../core/show/report/page-footer.ts';
import { common } from '../messages/common.ts';
import { translator } from '../messages/language.ts';
import { setView } from '../store/store.ts';
import { type AppContext, ask, attempt } from './app-context.ts';

/** Writes a document as PDF where a dialog points, and gives its name. Version and time are the program's to say, as it is written. */
export async function printDocument(
  app: AppContext,
  name: string,
  made: (printing: Printing) => SectionedDocument,
): Promise<string | undefined> {
  const { language } = app.store.getState().view;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const written = await attempt(app, () =>
    ask(app.bridge.exportDocument(documentData(made({ language, timeZone, version: '' })), language, name, timeZone)),
  );
  if (written) setView(app.store, { message: translator(common, language)('written', { file: written.name }) });
  return written?.name;
}

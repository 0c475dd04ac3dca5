import { say } from '../../../core/base/message.ts';
import { typeset } from '../../../core/show/report/sentence-of.ts';
import { useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { makersOf } from '../../store/document.ts';
import { selectedResult } from '../../store/selectors.ts';
import { messages } from './messages.ts';
import { QualityPage } from './quality-page.tsx';

const none = [] as const;

/** The acquisition quality of the selected sample; it is computed while this is in sight. */
export function QualityView() {
  const t = useMessages(messages);
  const result = useWindow(selectedResult);
  const protocol = useWindow((state) => result && makersOf(state, result)?.protocol);
  const language = useLanguage();
  if (result === undefined) return null;
  const { quality } = result;
  const problem = quality?.problem ?? (quality === undefined ? result.problem : undefined);
  if (problem !== undefined) return <p className="panel-none">{say(problem.sentence, typeset(problem.values ?? {}), language)}</p>;
  if (quality?.report === undefined) return <p className="panel-none">{t('assessing')}</p>;
  const channels = result.analysis?.value.channels ?? none;
  return <QualityPage report={quality.report} channels={channels} stale={quality.protocol !== protocol} />;
}

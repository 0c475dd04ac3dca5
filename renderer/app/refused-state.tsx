import '../ui/empty-state.css';
import { say } from '../../core/base/message.ts';
import { typeset } from '../../core/show/report/sentence-of.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import type { NoticeContent } from '../store/notice-content.ts';
import { Icon } from '../ui/icon.tsx';
import { messages } from './messages.ts';
import { noticeDetails } from './notice.tsx';

export interface RefusedStateProps {
  readonly name: string;
  readonly problem: NoticeContent;
}

/** Where the plots of a sample would be that was refused: why, for as long as it is looked at. */
export function RefusedState({ name, problem }: RefusedStateProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <div className="empty" data-testid="refused" data-code={problem.code}>
      <Icon name="warning" size={32} />
      <h2 className="empty-title selectable">{name}</h2>
      <p className="empty-hint selectable">{say(problem.sentence, typeset(problem.values ?? {}), language)}</p>
      <p className="quiet small selectable">{noticeDetails(problem, t)}</p>
    </div>
  );
}

import type { NoticeContent } from '../store/notice-content.ts';
import './notice.css';
import { say } from '../../core/base/message.ts';
import type { Place } from '../../core/base/problem.ts';
import { formatCount } from '../../core/show/plot/number-format.ts';
import { typeset } from '../../core/show/report/sentence-of.ts';
import { type Speak, useLanguage, useWords } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';

export interface NoticeProps {
  readonly notice: NoticeContent;
  readonly kind?: 'problem' | 'note';
  /** What it is about, such as a file's name. */
  readonly about?: string | undefined;
  readonly onDismiss: () => void;
  /** What to try. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

/** A sentence that stays until it is dismissed: what is wrong, where, what to try. */
export function Notice({ notice, kind = 'problem', about, onDismiss, action }: NoticeProps) {
  const speak = useWords();
  const language = useLanguage();
  const details = noticeDetails(notice, speak);
  return (
    <div className={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : 'status'} data-testid="notice" data-code={notice.code}>
      <Icon name={kind === 'problem' ? 'warning' : 'note'} />
      <div className="notice-text selectable">
        {about !== undefined && <strong className="notice-about">{about}</strong>}{' '}
        {say(notice.sentence, typeset(notice.values ?? {}), language)}
        {details !== '' && <span className="notice-details">{details}</span>}
      </div>
      {action && <Button onClick={action.onClick}>{action.label}</Button>}
      <IconButton icon="close" label={speak('dismiss')} onClick={onDismiss} testId="dismiss" />
    </div>
  );
}

/** Its code and its place, for people who look for it. */
export const noticeDetails = ({ code, place }: NoticeContent, speak: Speak): string =>
  [code === undefined ? undefined : speak('problemCode', { code }), placeText(place, speak)]
    .filter((part) => part !== undefined)
    .join(' · ');

function placeText({ offset, line, path }: Place = {}, speak: Speak): string | undefined {
  if (offset !== undefined) return speak('atByte', { offset: formatCount(offset) });
  if (line !== undefined) return speak('atLine', { line: formatCount(line) });
  return path === undefined || path === '' ? undefined : speak('atPath', { path });
}

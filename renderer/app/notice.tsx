import type { NoticeContent } from '../store/notice-content.ts';
import './notice.css';
import { say } from '../../core/base/message.ts';
import type { Place } from '../../core/base/problem.ts';
import { formatCount } from '../../core/show/plot/number-format.ts';
import { typeset } from '../../core/show/report/sentence-of.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { messages, type T } from './messages.ts';

export interface NoticeProps {
  readonly notice: NoticeContent;
  readonly kind?: 'problem' | 'note';
  /** What it is about, such as a file's name. */
  readonly about?: string | undefined;
  /** It stays where there is none. */
  readonly onDismiss?: () => void;
  /** What to try. */
  readonly action?: { readonly label: string; readonly onClick: () => void } | undefined;
}

/** A sentence that stays until it is dismissed: what is wrong, where, what to try. */
export function Notice({ notice, kind = 'problem', about, onDismiss, action }: NoticeProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const details = noticeDetails(notice, t);
  return (
    <div className={`notice notice-${kind}`} role={kind === 'problem' ? 'alert' : 'status'} data-testid="notice" data-code={notice.code}>
      <Icon name={kind === 'problem' ? 'warning' : 'note'} />
      <div className="notice-text selectable">
        {about !== undefined && <strong className="notice-about">{about}</strong>}{' '}
        {say(notice.sentence, typeset(notice.values ?? {}), language)}
        {details !== '' && <span className="notice-details">{details}</span>}
      </div>
      {action && <Button onClick={action.onClick}>{action.label}</Button>}
      {onDismiss && <IconButton icon="close" label={t('dismiss')} onClick={onDismiss} testId="dismiss" />}
    </div>
  );
}

/** Its code and its place, for people who look for it. */
export const noticeDetails = ({ code, place }: NoticeContent, t: T): string =>
  [code === undefined ? undefined : t('problemCode', { code }), placeText(place, t)].filter((part) => part !== undefined).join(' · ');

function placeText({ offset, line, path }: Place = {}, t: T): string | undefined {
  if (offset !== undefined) return t('atByte', { offset: formatCount(offset) });
  if (line !== undefined) return t('atLine', { line: formatCount(line) });
  return path === undefined || path === '' ? undefined : t('atPath', { path });
}

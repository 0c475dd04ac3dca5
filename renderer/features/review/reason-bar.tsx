import { type KeyboardEvent, useState } from 'react';
import { useMessages } from '../../messages/language.ts';
import type { ReviewAsking } from '../../store/review-state.ts';
import { Button } from '../../ui/button.tsx';
import { isComposing } from '../../ui/keys.ts';
import { messages } from './messages.ts';

const labels = { return: 'reasonForReturn', apply: 'reasonForApply', accept: 'reasonForFar', keep: 'reasonForFar' } as const;
const acts = { return: 'returnThem', accept: 'acceptIt', keep: 'keepMove' } as const;

export interface ReasonBarProps {
  readonly asking: ReviewAsking;
  readonly count: number;
  readonly onGive: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks for the one reason of an act; Enter does it, Esc leaves it. */
export function ReasonBar({ asking, count, onGive, onCancel }: ReasonBarProps) {
  const t = useMessages(messages);
  const [reason, setReason] = useState('');
  const label = t(labels[asking]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    event.stopPropagation();
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && reason.trim() !== '') onGive(reason.trim());
    else return;
    event.preventDefault();
  };
  return (
    <div className="review-reason">
      <input
        className="input"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKeyDown}
        placeholder={label}
        aria-label={label}
        // biome-ignore lint/a11y/noAutofocus: a key has just asked for it
        autoFocus
        data-testid="review-reason"
      />
      <Button kind="primary" disabled={reason.trim() === ''} onClick={() => onGive(reason.trim())} testId="review-give">
        {asking === 'apply' ? t('applyThem', { count }) : t(acts[asking])}
      </Button>
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </div>
  );
}

import { useState } from 'react';
import { daysBetween } from '../../../core/base/calendar-day.ts';
import { readWrittenDate } from '../../../core/base/written-date.ts';
import type { Span } from '../../../core/show/course/time-axis.ts';
import { around } from '../../../core/show/course/zoom.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { isComposing } from '../../ui/keys.ts';
import { parseNumber } from '../../ui/parse-number.ts';
import { messages } from './messages.ts';

export interface RangeFormProps {
  readonly start: string | undefined;
  readonly whole: Span;
  readonly cursor: number;
  readonly onSpan: (span: Span) => void;
}

const lengths = [365, 91, 14, 2, 0.25] as const;

/** The time that is shown, as dates or days that are typed, or so much of it around the cursor. */
export function RangeForm({ start, whole, cursor, onSpan }: RangeFormProps) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState({ from: '', to: '' });
  const [isRefused, setRefused] = useState(false);
  const show = () => {
    const [from, to] = [dayOf(typed.from, start, 0), dayOf(typed.to, start, 1)];
    const isRange = from !== undefined && to !== undefined && from < to;
    setRefused(!isRange);
    if (isRange) onSpan({ from, to });
  };
  return (
    <div className="ledger-actions course-range">
      {(['from', 'to'] as const).map((end) => (
        <input
          key={end}
          className="input"
          value={typed[end]}
          onChange={({ target: { value } }) => setTyped({ ...typed, [end]: value })}
          onKeyDown={(event) => event.key === 'Enter' && !isComposing(event) && show()}
          aria-label={t(end === 'from' ? 'courseFrom' : 'courseTo')}
          placeholder={t(end === 'from' ? 'courseFrom' : 'courseTo')}
          aria-invalid={isRefused}
          data-testid={`course-${end}`}
        />
      ))}
      <Button onClick={show} testId="course-show">
        {t('courseShow')}
      </Button>
      <Button kind="plain" onClick={() => onSpan(whole)} testId="course-all">
        {t('courseAll')}
      </Button>
      {lengths.map((days) => (
        <Button key={days} kind="plain" onClick={() => onSpan(around(cursor, days, whole))} testId={`course-length-${days}`}>
          {t(`courseLength.${days}`)}
        </Button>
      ))}
      {isRefused && <span className="page-note">{t('courseNoRange')}</span>}
    </div>
  );
}

/** A day of the course: by its number, or by its date with the whole of that day (`end` 1). */
function dayOf(written: string, start: string | undefined, end: 0 | 1): number | undefined {
  const number = parseNumber(written.trim());
  if (number !== undefined && Math.abs(number) < 100_000) return number;
  const read = readWrittenDate(written);
  return 'day' in read && start !== undefined ? daysBetween(start, read.day) + end : undefined;
}

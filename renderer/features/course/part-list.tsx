import type { CoursePart } from '../../../core/show/course/parts.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from './messages.ts';

export interface PartListProps {
  /** All of them, in order. */
  readonly parts: readonly CoursePart[];
  readonly hidden: readonly string[];
  readonly onChange: (choice: { readonly order: readonly string[]; readonly hidden: readonly string[] }) => void;
}

/** Which panels are shown, and in which order. */
export function PartList({ parts, hidden, onChange }: PartListProps) {
  const t = useMessages(messages);
  const order = parts.map(({ id }) => id);
  const swap = (at: number) => onChange({ order: order.toSpliced(at, 2, order[at + 1]!, order[at]!), hidden });
  return (
    <details data-testid="course-parts">
      <summary>{t('courseParts')}</summary>
      <ul className="course-parts">
        {parts.map(({ id, title }, i) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                onChange={({ target: { checked } }) =>
                  onChange({ order, hidden: checked ? hidden.filter((one) => one !== id) : [...hidden, id] })
                }
              />{' '}
              {title}
            </label>
            <Button
              kind="plain"
              disabled={i === 0}
              title={t('courseUp', { part: title })}
              onClick={() => swap(i - 1)}
              testId={`course-up-${i}`}
            >
              ↑
            </Button>
            <Button kind="plain" disabled={i === parts.length - 1} title={t('courseDown', { part: title })} onClick={() => swap(i)}>
              ↓
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../messages/language.ts';
import { listMove } from './keys.ts';
import { messages } from './messages.ts';
import { matching } from './palette-match.ts';
import { SearchField } from './search-field.tsx';

interface Searched {
  readonly id: string;
  readonly disabled?: boolean | undefined;
}

export interface SearchListProps<Item extends Searched> {
  readonly items: readonly Item[];
  /** What an item is found by. */
  readonly textOf: (item: Item) => string;
  readonly onPick: (item: Item) => void;
  /** Names the list. */
  readonly label: string;
  /** What can be typed. */
  readonly hint: string;
  /** Where the arrows begin: else at the first one. */
  readonly value?: string | undefined;
  readonly listClass: string;
  readonly optionClass: string;
  readonly testId: string;
  readonly optionTestId: string;
  readonly titleOf?: (item: Item) => string;
  readonly children: (item: Item) => ReactNode;
}

/** A field and what fits what is typed in it, the best first: an ARIA combobox, whose active option is named at every step. */
export function SearchList<Item extends Searched>(props: SearchListProps<Item>) {
  const { items, textOf, onPick, label, hint, value, titleOf, children } = props;
  const t = useMessages(messages);
  const base = useId();
  const [typed, setTyped] = useState('');
  const found = matching(items, typed, textOf);
  const [wanted, setActive] = useState(() => items.findIndex(({ id }) => id === value));
  const active = Math.min(Math.max(wanted, 0), found.length - 1);
  const activeOption = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another option is in sight as soon as it is the active one
  useEffect(() => activeOption.current?.scrollIntoView({ block: 'nearest' }), [active, typed]);
  const pick = (item: Item | undefined) => {
    if (item !== undefined && item.disabled !== true) onPick(item);
  };
  const onKey = (event: KeyboardEvent) => {
    const move = event.key === 'Home' || event.key === 'End' ? undefined : listMove(event.key, active, found.length);
    if (move !== undefined) setActive(move);
    else if (event.key === 'Enter') pick(found[active]);
    else return;
    event.preventDefault();
  };
  const optionId = (item: Item | undefined) => item && `${base}${encodeURIComponent(item.id)}`;
  return (
    <>
      <SearchField
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setActive(0);
        }}
        label={hint}
        autoFocus
        onKey={onKey}
        list={{ id: base, active: optionId(found[active]) }}
        testId={props.testId}
      />
      {found.length === 0 ? (
        <p className="search-none">{t('noMatches', { text: typed })}</p>
      ) : (
        <div className={props.listClass} id={base} role="listbox" aria-label={label}>
          {found.map((item, i) => (
            <button
              key={item.id}
              ref={i === active ? activeOption : null}
              id={optionId(item)}
              type="button"
              role="option"
              tabIndex={-1}
              className={props.optionClass}
              aria-selected={i === active}
              data-highlighted={i === active ? '' : undefined}
              aria-disabled={item.disabled}
              title={titleOf?.(item)}
              onPointerMove={() => setActive(i)}
              onClick={() => pick(item)}
              data-testid={`${props.optionTestId}-${item.id}`}
            >
              {children(item)}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useMessages } from '../messages/language.ts';
import { Dialog } from './dialog.tsx';
import { listMove } from './keys.ts';
import { messages } from './messages.ts';
import { matching } from './palette-match.ts';
import { SearchField } from './search-field.tsx';

export interface PaletteItem {
  readonly id: string;
  /** What kind of thing it is: a command, a sample, a population. */
  readonly group: string;
  readonly label: string;
  /** The key that does the same. */
  readonly shortcut?: string | undefined;
  /** Further words to be found by, such as the command's name in the other language. */
  readonly also?: string | undefined;
  readonly disabled?: boolean | undefined;
}

export interface PaletteProps {
  readonly items: readonly PaletteItem[];
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}

/** Everything one can do, by typing a few of its letters. */
export function Palette({ items, onPick, onClose }: PaletteProps) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const base = useId();
  const activeItem = useRef<HTMLButtonElement>(null);
  const found = matching(items, typed, ({ label, also = '' }) => `${label} ${also}`);
  useEffect(() => {
    activeItem.current?.scrollIntoView({ block: 'nearest' });
  });
  const pick = (item: PaletteItem | undefined) => {
    if (item === undefined || item.disabled) return;
    onClose();
    onPick(item.id);
  };
  const onKey = (event: KeyboardEvent) => {
    const move = event.key === 'Home' || event.key === 'End' ? undefined : listMove(event.key, active, found.length);
    if (move !== undefined) setActive(move);
    else if (event.key === 'Enter') pick(found[active]);
    else return;
    event.preventDefault();
  };
  const search = (text: string) => {
    setTyped(text);
    setActive(0);
  };
  return (
    <Dialog label={t('commands')} onClose={onClose} top testId="palette">
      <SearchField value={typed} onChange={search} label={t('paletteHint')} autoFocus onKey={onKey} testId="palette-search" />
      <div className="palette-list" role="listbox" aria-label={t('commands')}>
        {found.map((item, i) => (
          <button
            key={item.id}
            ref={i === active ? activeItem : null}
            id={`${base}-${i}`}
            type="button"
            role="option"
            tabIndex={-1}
            className="palette-item"
            aria-selected={i === active}
            aria-disabled={item.disabled}
            onPointerMove={() => setActive(i)}
            onClick={() => pick(item)}
            data-testid={`palette-${item.id}`}
          >
            <span className="palette-group one-line">{item.group}</span>
            <span className="palette-label one-line">{item.label}</span>
            {item.shortcut !== undefined && <span className="palette-key">{item.shortcut}</span>}
          </button>
        ))}
        {found.length === 0 && <p className="palette-none">{t('noMatches', { text: typed })}</p>}
      </div>
    </Dialog>
  );
}

import { Fragment, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icons.ts';
import { isComposing, listMove } from './keys.ts';
import { type Anchor, Popover } from './popover.tsx';

export interface MenuItem<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** The key that does the same. */
  readonly hint?: string | undefined;
  readonly icon?: IconName | undefined;
  readonly checked?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly danger?: boolean | undefined;
  /** A line above it. */
  readonly lined?: boolean | undefined;
  readonly testId?: string | undefined;
}

export interface MenuProps<Id extends string> {
  readonly anchor: Anchor;
  readonly label: string;
  readonly items: readonly MenuItem<Id>[];
  readonly onPick: (id: Id) => void;
  readonly onClose: () => void;
}

/** A popover menu: arrows, Home, End, a first letter, Enter or Space; Esc or a press outside closes it. */
export function Menu<Id extends string>({ anchor, label, items, onPick, onClose }: MenuProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const usable = items.filter(({ disabled }) => disabled !== true);
  const [active, setActive] = useState(() => usable.findIndex(({ checked }) => checked === true));
  useEffect(() => list.current?.focus(), []);
  const pick = (item: MenuItem<Id> | undefined) => {
    if (item === undefined) return;
    onClose();
    onPick(item.id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    event.stopPropagation();
    const move = listMove(event.key, active, usable.length);
    if (move !== undefined) setActive(move);
    else if (event.key === 'Enter' || event.key === ' ') pick(usable[active]);
    else if (event.key === 'Escape' || event.key === 'Tab') onClose();
    else if (event.key.length === 1) setActive(nextStartingWith(usable, event.key, active));
    else return;
    event.preventDefault();
  };
  return (
    <Popover anchor={anchor} onClose={onClose}>
      <div ref={list} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <Fragment key={item.id}>
            {item.lined && <hr className="menu-line" />}
            <button
              type="button"
              {...roleOf(item)}
              tabIndex={-1}
              className={classes('menu-item', item.danger && 'menu-item-danger', usable[active] === item && 'is-active')}
              disabled={item.disabled}
              onPointerMove={() => setActive(usable.indexOf(item))}
              onClick={() => pick(item)}
              data-testid={item.testId ?? `menu-${item.id}`}
            >
              {item.checked === true ? <Icon name="check" /> : item.icon ? <Icon name={item.icon} /> : <span />}
              <span className="one-line">{item.label}</span>
              {item.hint !== undefined && <span className="menu-hint">{item.hint}</span>}
            </button>
          </Fragment>
        ))}
      </div>
    </Popover>
  );
}

const roleOf = ({ checked }: MenuItem) =>
  checked === undefined ? ({ role: 'menuitem' } as const) : ({ role: 'menuitemradio', 'aria-checked': checked } as const);

function nextStartingWith(items: readonly MenuItem[], letter: string, from: number): number {
  const order = items.map((_, i) => (from + 1 + i) % items.length);
  return order.find((i) => items[i]?.label.toLowerCase().startsWith(letter.toLowerCase())) ?? from;
}

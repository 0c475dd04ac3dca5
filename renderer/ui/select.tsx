import './popover.css';
import './select.css';
import * as Base from '@radix-ui/react-popover';
import { type KeyboardEvent, useId, useState } from 'react';
import { Icon } from './icon.tsx';
import { useFloatingPlace } from './in-dialog.ts';
import { isComposing, listMove, startingWith } from './keys.ts';

export interface SelectProps<Id extends string> {
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string }[];
  readonly onChange: (id: Id) => void;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  readonly testId?: string | undefined;
}

/** One of a few choices: an ARIA combobox that only selects. The focus stays on the button, which names the active option of its list. */
export function Select<Id extends string>({ value, options, onChange, label, disabled = false, testId }: SelectProps<Id>) {
  const container = useFloatingPlace();
  const base = useId();
  // place of the active option; undefined while the list is closed
  const [active, setActive] = useState<number>();
  const at = options.findIndex(({ id }) => id === value);
  const current = options[at]?.label ?? '';
  const setOpen = (open: boolean) => setActive(open ? Math.max(0, at) : undefined);
  const pick = (id: Id | undefined) => {
    setOpen(false);
    if (id !== undefined && id !== value) onChange(id);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (active === undefined) {
      if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
      setOpen(true);
    } else {
      const move = listMove(event.key, active, options.length) ?? startingWith(options, event.key, active);
      if (event.key === 'Enter' || event.key === ' ') pick(options[active]?.id);
      else if (event.key === 'Tab') return setOpen(false);
      else if (move !== undefined) setActive(move);
    }
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Base.Root open={active !== undefined} onOpenChange={setOpen}>
      <Base.Trigger asChild>
        <button
          type="button"
          className="select"
          role="combobox"
          aria-haspopup="listbox"
          aria-expanded={active !== undefined}
          aria-controls={active === undefined ? undefined : base}
          aria-activedescendant={active === undefined ? undefined : `${base}-${active}`}
          aria-label={label}
          title={`${label}: ${current}`}
          disabled={disabled}
          onKeyDown={onKeyDown}
          data-testid={testId}
          data-value={value}
        >
          <span className="one-line">{current}</span>
          <Icon name="down" />
        </button>
      </Base.Trigger>
      <Base.Portal container={container}>
        <Base.Content
          className="popover"
          id={base}
          role="listbox"
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={4}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
        >
          {options.map((option, i) => (
            <button
              key={option.id}
              id={`${base}-${i}`}
              ref={i === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
              type="button"
              role="option"
              tabIndex={-1}
              className="menu-item"
              aria-selected={option.id === value}
              data-highlighted={i === active ? '' : undefined}
              onPointerMove={() => setActive(i)}
              onClick={() => pick(option.id)}
              data-testid={`menu-${option.id}`}
            >
              {option.id === value ? <Icon name="check" /> : <span />}
              <span className="one-line">{option.label}</span>
            </button>
          ))}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

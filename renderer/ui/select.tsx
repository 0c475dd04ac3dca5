import './select.css';
import { useCallback, useRef, useState } from 'react';
import { Icon } from './icon.tsx';
import { Menu, type MenuItem } from './menu.tsx';
import { type Anchor, anchorOf } from './popover.tsx';

export interface SelectProps<Id extends string> {
  readonly value: Id;
  readonly options: readonly Pick<MenuItem<Id>, 'id' | 'label' | 'disabled'>[];
  readonly onChange: (id: Id) => void;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  readonly testId?: string | undefined;
}

/** One of a few choices; a button that opens them as a menu. */
export function Select<Id extends string>({ value, options, onChange, label, disabled, testId }: SelectProps<Id>) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<Anchor>();
  const close = useCallback(() => setAnchor(undefined), []);
  const open = () => setAnchor(anchorOf(button.current));
  const current = options.find(({ id }) => id === value)?.label ?? '';
  return (
    <>
      <button
        ref={button}
        type="button"
        className="select"
        role="combobox"
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        aria-label={label}
        title={`${label}: ${current}`}
        disabled={disabled}
        onClick={open}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' || event.key === 'ArrowUp') open();
        }}
        data-testid={testId}
        data-value={value}
      >
        <span className="one-line">{current}</span>
        <Icon name="down" />
      </button>
      {anchor && (
        <Menu
          anchor={anchor}
          label={label}
          items={options.map((option) => ({ ...option, checked: option.id === value }))}
          onPick={onChange}
          onClose={close}
        />
      )}
    </>
  );
}

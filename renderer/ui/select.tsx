import './popover.css';
import './select.css';
import * as Base from '@radix-ui/react-select';
import { useState } from 'react';
import { Icon } from './icon.tsx';
import { useFloatingPlace } from './in-dialog.ts';
import { keepFromWindow } from './menu.tsx';

export interface SelectProps<Id extends string> {
  readonly value: Id;
  readonly options: readonly { readonly id: Id; readonly label: string; readonly disabled?: boolean }[];
  readonly onChange: (id: Id) => void;
  readonly label: string;
  readonly disabled?: boolean | undefined;
  readonly testId?: string | undefined;
}

/** One of a few choices; a button that opens them as a list. */
export function Select<Id extends string>({ value, options, onChange, label, disabled = false, testId }: SelectProps<Id>) {
  const container = useFloatingPlace();
  const [isOpen, setOpen] = useState(false);
  const at = options.findIndex(({ id }) => id === value);
  const current = options[at]?.label ?? '';
  const choose = (index: string) => {
    const chosen = options[Number(index)];
    if (chosen !== undefined) onChange(chosen.id);
  };
  return (
    // values are places in the list: an id may be empty, which means "nothing chosen" here
    <Base.Root value={String(at)} onValueChange={choose} open={isOpen} onOpenChange={setOpen} disabled={disabled}>
      <Base.Trigger className="select" aria-label={label} title={`${label}: ${current}`} data-testid={testId} data-value={value}>
        <span className="one-line">{current}</span>
        <Icon name="down" />
      </Base.Trigger>
      <Base.Portal container={container}>
        <Base.Content
          className="popover"
          position="popper"
          sideOffset={4}
          collisionPadding={4}
          aria-label={label}
          onKeyDown={keepFromWindow}
        >
          <Base.Viewport>
            {options.map((option, i) => (
              <Base.Item
                key={option.id}
                value={String(i)}
                className="menu-item"
                disabled={option.disabled === true}
                // letters choose while the list is open; else they take up tools
                textValue={isOpen ? option.label : ''}
                data-testid={`menu-${option.id}`}
              >
                <span>
                  <Base.ItemIndicator asChild>
                    <Icon name="check" />
                  </Base.ItemIndicator>
                </span>
                <Base.ItemText>{option.label}</Base.ItemText>
              </Base.Item>
            ))}
          </Base.Viewport>
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

import './popover.css';
import * as Base from '@radix-ui/react-popover';
import { type ReactNode, useMemo } from 'react';
import type { Anchor } from './anchor.ts';
import { useFocusBack } from './focus-back.ts';
import { useFloatingPlace } from './in-dialog.ts';
import { keepFromWindow } from './menu.tsx';

export interface PopoverProps {
  readonly anchor: Anchor;
  readonly label: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly testId?: string;
}

/** Floats at its anchor and inside the window. Closes on Esc or a press outside, and gives the focus back to where it was. */
export function Popover({ anchor, label, onClose, children, testId }: PopoverProps) {
  const container = useFloatingPlace();
  const giveFocusBack = useFocusBack();
  const { left, top, width, height } = anchor;
  const place = useMemo(
    () => ({ current: { getBoundingClientRect: () => new DOMRect(left, top, width, height) } }),
    [left, top, width, height],
  );
  return (
    <Base.Root open onOpenChange={(open) => open || onClose()}>
      <Base.Anchor virtualRef={place} />
      <Base.Portal container={container}>
        <Base.Content
          className="popover"
          aria-label={label}
          align="start"
          sideOffset={4}
          collisionPadding={4}
          onKeyDown={keepFromWindow}
          onCloseAutoFocus={giveFocusBack}
          onEscapeKeyDown={(event) => {
            if (hasOwnEscape(event)) event.preventDefault();
          }}
          data-testid={testId}
        >
          {children}
        </Base.Content>
      </Base.Portal>
    </Base.Root>
  );
}

/** Esc first empties what was typed to search, takes back what was typed into a field, or ends an input method. */
const hasOwnEscape = ({ target, isComposing }: KeyboardEvent): boolean =>
  isComposing ||
  (target instanceof HTMLInputElement && !(target.role === 'combobox' && target.value === '') && target.dataset['changed'] !== 'false');

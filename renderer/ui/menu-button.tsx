import { useCallback, useRef, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import type { IconName } from './icons.ts';
import { Menu, type MenuItem } from './menu.tsx';
import { type Anchor, anchorOf } from './popover.tsx';

export interface MenuButtonProps<Id extends string> {
  readonly icon: IconName;
  readonly label: string;
  readonly items: readonly MenuItem<Id>[];
  readonly onPick: (id: Id) => void;
  readonly testId?: string;
}

/** An icon that opens a menu. */
export function MenuButton<Id extends string>({ icon, label, items, onPick, testId }: MenuButtonProps<Id>) {
  const button = useRef<HTMLButtonElement>(null);
  const [anchor, setAnchor] = useState<Anchor>();
  const close = useCallback(() => setAnchor(undefined), []);
  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        expanded={anchor !== undefined}
        onClick={() => setAnchor(anchorOf(button.current))}
        {...(testId === undefined ? {} : { testId })}
      />
      {anchor && <Menu anchor={anchor} label={label} items={items} onPick={onPick} onClose={close} />}
    </>
  );
}

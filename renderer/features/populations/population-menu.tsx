import { useWords } from '../../messages/language.ts';
import { Menu } from '../../ui/menu.tsx';
import type { Anchor } from '../../ui/popover.tsx';

type Action = 'open' | 'rename' | 'delete';

export interface PopulationMenuProps {
  readonly anchor: Anchor;
  /** All events have no name to change and no gate to delete. */
  readonly root: boolean;
  readonly onPick: { readonly [A in Action]: () => void };
  readonly onClose: () => void;
}

/** What can be done with one population, at the pointer. */
export function PopulationMenu({ anchor, root, onPick, onClose }: PopulationMenuProps) {
  const speak = useWords();
  return (
    <Menu<Action>
      anchor={anchor}
      label={speak('population')}
      items={[
        { id: 'open', label: speak('openPopulation'), hint: 'Enter' },
        { id: 'rename', label: speak('rename'), hint: 'F2', icon: 'pencil', disabled: root },
        { id: 'delete', label: speak('deleteGate'), hint: 'Del', icon: 'trash', danger: true, lined: true, disabled: root },
      ]}
      onPick={(action) => onPick[action]()}
      onClose={onClose}
    />
  );
}

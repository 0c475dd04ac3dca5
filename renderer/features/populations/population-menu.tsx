import { useMessages } from '../../messages/language.ts';
import { Menu } from '../../ui/menu.tsx';
import type { Anchor } from '../../ui/popover.tsx';
import { messages } from './messages.ts';

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
  const t = useMessages(messages);
  return (
    <Menu<Action>
      anchor={anchor}
      label={t('population')}
      items={[
        { id: 'open', label: t('openPopulation'), hint: 'Enter' },
        { id: 'rename', label: t('rename'), hint: 'F2', icon: 'pencil', disabled: root },
        { id: 'delete', label: t('deleteGate'), hint: 'Del', icon: 'trash', danger: true, lined: true, disabled: root },
      ]}
      onPick={(action) => onPick[action]()}
      onClose={onClose}
    />
  );
}

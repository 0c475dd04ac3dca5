import type { CommandId } from '../../core/contract/commands.ts';
import { useApp } from '../context/use-app.ts';
import type { Anchor } from '../ui/anchor.ts';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { runCommand } from './run-command.ts';
import { useCommands } from './use-commands.ts';

export interface CommandMenuProps {
  readonly anchor: Anchor;
  readonly label: string;
  /** Each group but the first stands below a line. */
  readonly groups: readonly (readonly CommandId[])[];
  /** Left out, not greyed, where they make no sense. */
  readonly optional?: readonly CommandId[];
  /** Shown with a check where it is on. */
  readonly toggle?: CommandId;
  readonly danger?: CommandId;
  readonly onClose: () => void;
}

/** What can be done with the selected row of a list, at the pointer. */
export function CommandMenu({ anchor, label, groups, optional = [], toggle, danger, onClose }: CommandMenuProps) {
  const app = useApp();
  const firsts = groups.slice(1).map(([first]) => first);
  const items = useCommands(groups.flat())
    .filter(({ id, disabled }) => !(disabled && optional.includes(id)))
    .map(
      ({ id, label, rowKey, key, icon, disabled, on }): MenuItem<CommandId> => ({
        id,
        label,
        hint: rowKey ?? key,
        icon,
        disabled,
        checked: id === toggle ? on : undefined,
        danger: id === danger,
        lined: firsts.includes(id),
        testId: `menu-${id.slice(id.indexOf('.') + 1)}`,
      }),
    );
  return <Menu anchor={anchor} label={label} items={items} onPick={(id) => void runCommand(app, id)} onClose={onClose} />;
}

import type { CommandId } from '../../core/contract/commands.ts';
import { useApp } from '../context/use-app.ts';
import { Choice } from '../ui/choice.tsx';
import { runCommand } from './run-command.ts';
import { useCommands } from './use-commands.ts';

export interface CommandChoiceProps {
  readonly commands: readonly CommandId[];
  readonly label: string;
  /** Icons without words. */
  readonly compact?: boolean;
  /** Test ids begin so, and go on with the command's name in its group. */
  readonly testId: string;
}

/** Commands of which one is on, side by side: tools, kinds of plots, what the middle of the window shows. */
export function CommandChoice({ commands, label, compact = false, testId }: CommandChoiceProps) {
  const app = useApp();
  const shown = useCommands(commands);
  return (
    <Choice
      compact={compact}
      label={label}
      value={shown.find(({ on }) => on)?.id}
      options={shown.map(({ id, label: whole, short, key, icon }) => ({
        id,
        label: compact ? whole : short,
        hint: whole,
        shortcut: key,
        icon,
        testId: `${testId}-${nameOf(id)}`,
      }))}
      onChange={(id) => void runCommand(app, id)}
    />
  );
}

const nameOf = (id: CommandId): string => id.slice(id.indexOf('.') + 1);

import type { CommandId } from '../../core/contract/commands.ts';
import { useApp } from '../context/use-app.ts';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { runCommand } from './run-command.ts';
import { type ShownCommand, useCommands } from './use-commands.ts';

export interface CommandButtonProps extends Pick<ButtonProps, 'kind' | 'large' | 'icon' | 'testId'> {
  readonly command: CommandId;
  /** By its short name. */
  readonly short?: boolean;
}

/** A button that does a command; its hint says the whole and the key. */
export function CommandButton({ command: id, short = false, ...look }: CommandButtonProps) {
  const app = useApp();
  const [command] = useCommands([id]);
  if (command === undefined) return null;
  return (
    <Button {...look} onClick={() => void runCommand(app, id)} disabled={command.disabled} title={hintOf(command)}>
      {short ? command.short : command.label}
    </Button>
  );
}

export interface CommandIconProps {
  /** One that has an icon. */
  readonly command: CommandId;
  readonly testId: string;
}

/** The same as an icon. */
export function CommandIcon({ command: id, testId }: CommandIconProps) {
  const app = useApp();
  const [command] = useCommands([id]);
  if (command?.icon === undefined) return null;
  const { icon, label, key, disabled } = command;
  return (
    <IconButton icon={icon} label={label} shortcut={key} onClick={() => void runCommand(app, id)} disabled={disabled} testId={testId} />
  );
}

const hintOf = ({ label, key }: ShownCommand): string => (key === undefined ? label : `${label} (${key})`);

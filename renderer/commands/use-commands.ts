import { type CommandId, declarationOf } from '../../core/contract/commands.ts';
import type { Command } from '../context/app-context.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { useLanguage } from '../messages/language.ts';
import { keyName } from '../ui/key-names.ts';

/** A command as it stands in the window now: what a button, a menu or the palette shows of it. */
export interface ShownCommand {
  readonly id: CommandId;
  readonly label: string;
  readonly short: string;
  /** Its first key in the whole window, as the system writes it. */
  readonly key: string | undefined;
  /** Its first key on the selected row of a list. */
  readonly rowKey: string | undefined;
  readonly icon: Command['icon'] | undefined;
  readonly disabled: boolean;
  /** Undefined where it is nothing that is on or off. */
  readonly on: boolean | undefined;
}

export function useCommands(ids: readonly CommandId[]): readonly ShownCommand[] {
  const { commands, mac } = useApp();
  const language = useLanguage();
  const disabled = useWindow((state) => ids.map((id) => commands[id].when?.(state) === false));
  const on = useWindow((state) => ids.map((id) => commands[id].isOn?.(state)));
  return ids.map((id, i) => {
    const { words, short = words, keys: [key] = [], listKeys } = declarationOf(id);
    const rowKey = listKeys?.keys[0];
    return {
      id,
      label: words[language],
      short: short[language],
      key: key && keyName(key, mac),
      rowKey: rowKey && keyName(rowKey, mac),
      disabled: disabled[i] === true,
      on: on[i],
      icon: commands[id].icon,
    };
  });
}

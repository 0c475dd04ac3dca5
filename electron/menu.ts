import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../core/base/message.ts';
import { type CommandId, declarationOf } from '../core/contract/commands.ts';
import { declaredMenus, type MenuName } from '../core/contract/menus.ts';
import { systemItems } from './menu-items.ts';

type Item = MenuItemConstructorOptions;

/** The menu in one language. A command goes to the window, which does it; main knows none. */
export function menuTemplate(language: Language, send: (command: CommandId) => void): Item[] {
  return Object.entries(declaredMenus).map(([name, { words, groups }]) => {
    const commands = groups.map((group) => group.map((id) => commandItem(id, language, send)));
    const system = (systemItems[name as MenuName] ?? []).map(({ role, words }): Item => ({ role, label: words[language] }));
    return { label: words[language], submenu: withLines([...commands, system]) };
  });
}

function commandItem(id: CommandId, language: Language, send: (command: CommandId) => void): Item {
  const { words, keys } = declarationOf(id);
  const accelerator = acceleratorOf(keys?.[0]);
  return { id, label: words[language], ...(accelerator === undefined ? {} : { accelerator }), click: () => send(id) };
}

/** `mod+shift+z` as Electron writes it. A key alone, and those of a text that is typed, stay the window's: as accelerators they would be taken from whoever types. */
const acceleratorOf = (key: string | undefined): string | undefined =>
  key?.startsWith('mod+') && !ofText.has(key)
    ? key.replace('mod', 'CmdOrCtrl').replace(/\+(\w)/g, (_, letter: string) => `+${letter.toUpperCase()}`)
    : undefined;

const ofText: ReadonlySet<string> = new Set(['mod+a', 'mod+c', 'mod+x', 'mod+v']);

const withLines = (groups: readonly (readonly Item[])[]): Item[] =>
  groups.filter(({ length }) => length > 0).flatMap((group, i) => (i === 0 ? group : [{ type: 'separator' }, ...group]));

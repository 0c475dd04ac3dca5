import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '../core/base/message.ts';
import type { MenuCommandId } from '../core/contract/bridge.ts';
import { type MenuLine, menuColumns } from './menu-items.ts';

/** The menu in one language. A command goes to the window, which does it; main knows none. */
export function menuTemplate(language: Language, send: (command: MenuCommandId) => void): MenuItemConstructorOptions[] {
  return menuColumns.map(({ label, lines }) => ({ label: label[language], submenu: lines.map((line) => itemOf(line, language, send)) }));
}

function itemOf(line: MenuLine, language: Language, send: (command: MenuCommandId) => void): MenuItemConstructorOptions {
  if (line === 'separator') return { type: 'separator' };
  const label = line.label[language];
  if ('own' in line) return { label, role: line.own };
  const { command, key } = line;
  return { id: command, label, ...(key === undefined ? {} : { accelerator: key }), click: () => send(command) };
}

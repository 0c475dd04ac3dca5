import type { Catalogue, Language } from '../../../core/base/message.ts';
import { declarationOf } from '../../../core/contract/commands.ts';
import { declaredMenus } from '../../../core/contract/menus.ts';
import { keyName } from '../../ui/key-names.ts';

const words = {
  title: { en: 'Keys and commands', ja: 'キーとコマンド' },
  lead: {
    en: 'Every command by the menu that it stands in, with its keys. The command palette finds all of them by their words.',
    ja: 'すべてのコマンドをメニュー順にキーとともに示します。コマンドパレットでは名称で検索できます。',
  },
  command: { en: 'Command', ja: 'コマンド' },
  keys: { en: 'Keys', ja: 'キー' },
  inList: { en: '{keys} (in the list)', ja: '{keys}(一覧で)' },
} as const satisfies Catalogue;

const literally = (text: string): string => text.replace(/[\\|`*_<]/g, '\\$&');

/** All commands as Markdown, made of their declarations. */
export function keyReference(language: Language, mac: boolean): string {
  const menus = Object.values(declaredMenus).map((menu) => {
    const rows = menu.groups.flat().map((id) => {
      const { words: named, keys = [], listKeys } = declarationOf(id);
      const written = [
        ...keys.map((key) => keyName(key, mac)),
        ...(listKeys === undefined
          ? []
          : [words.inList[language].replace('{keys}', listKeys.keys.map((key) => keyName(key, mac)).join(', '))]),
      ];
      return `| ${literally(named[language])} | ${literally(written.join(', ')) || '–'} |`;
    });
    return [
      `## ${menu.words[language]}`,
      [`| ${words.command[language]} | ${words.keys[language]} |`, '|---|---|', ...rows].join('\n'),
    ].join('\n\n');
  });
  return [`# ${words.title[language]}`, words.lead[language], ...menus].join('\n\n');
}

import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { type Language as LanguageName, languages } from '../../../../core/base/message.ts';
import { type CommandId, commandIds, commandOfListKey, declarationOf } from '../../../../core/contract/commands.ts';
import { declaredMenus } from '../../../../core/contract/menus.ts';
import { CommandPalette } from '../../../../renderer/app/command-palette.tsx';
import { commands } from '../../../../renderer/app/commands.ts';
import { EmptyState } from '../../../../renderer/app/empty-state.tsx';
import { ShortcutsDialog } from '../../../../renderer/app/shortcuts-dialog.tsx';
import { TitleBar } from '../../../../renderer/app/title-bar.tsx';
import { runCommand } from '../../../../renderer/commands/run-command.ts';
import { CurrentApp } from '../../../../renderer/context/use-app.ts';
import { AncestryStrip } from '../../../../renderer/features/plots/ancestry-strip.tsx';
import { ToolBar } from '../../../../renderer/features/plots/tool-bar.tsx';
import { Language } from '../../../../renderer/messages/language.ts';
import { toolsFor } from '../../../../renderer/store/tools.ts';
import { keyName } from '../../../../renderer/ui/key-names.ts';
import { galleryApp } from '../../../fixtures/panel-gallery/gallery-app.ts';

// a dialog remembers what had the focus
vi.stubGlobal('document', { activeElement: null });

const nothing = () => undefined;
const render = (node: ReactNode, language: LanguageName) =>
  renderToStaticMarkup(createElement(CurrentApp, { value: galleryApp(language) }, createElement(Language, { value: language }, node)));

describe('the registry of commands', () => {
  it.each(commandIds)('%s has words in both languages', (id) => {
    const { words, short = words } = declarationOf(id);
    for (const { en, ja } of [words, short]) {
      expect(en).toMatch(/^[A-Z]/);
      expect(ja).not.toBe('');
      expect(ja).not.toBe(en);
      // what asks further says so, in both languages
      expect(ja.endsWith('…')).toBe(en.endsWith('…'));
    }
  });

  it('names no two commands alike', () => {
    for (const language of languages) {
      const labels = commandIds.map((id) => declarationOf(id).words[language]);
      expect(labels.filter((label, i) => labels.indexOf(label) !== i)).toEqual([]);
    }
  });

  it('gives a key to one command, in the window and in each list', () => {
    const keys = commandIds.flatMap((id) => {
      const { keys: everywhere = [], listKeys } = declarationOf(id);
      return [...everywhere.map((key) => `window ${key}`), ...(listKeys?.keys ?? []).map((key) => `${listKeys?.list} ${key}`)];
    });
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(commandOfListKey('samples', 'Delete')).toBe('sample.remove');
    expect(commandOfListKey('populations', 'Delete')).toBe('population.delete');
    expect(commandOfListKey('samples', 'F2')).toBeUndefined();
  });

  it('has each command in one menu', () => {
    const placed = Object.values(declaredMenus).flatMap(({ groups }) => groups.flat());
    expect(placed.toSorted()).toEqual([...commandIds].sort());
  });

  it('does a command only where it makes sense', () => {
    const done: CommandId[] = [];
    const app = galleryApp('en', (id) => done.push(id));
    expect(runCommand(app, 'edit.undo')).toBe(false);
    expect(runCommand(app, 'file.open-samples')).toBe(true);
    expect(done).toEqual(['file.open-samples']);
  });

  it('takes up a tool', () => {
    const app = { ...galleryApp('en'), commands };
    runCommand(app, 'tool.polygon');
    expect(app.store.getState().view.tool).toBe('polygon');
    expect(commands['tool.polygon'].isOn?.(app.store.getState())).toBe(true);
  });
});

describe.each(languages)('the words of the registry (%s)', (language) => {
  const words = (id: CommandId) => declarationOf(id).words[language];
  const hint = (id: CommandId) => `title="${words(id)} (${keyName(declarationOf(id).keys?.[0] ?? '', false)})"`;

  it('stand in the palette, under their menus', () => {
    const palette = render(createElement(CommandPalette, { onClose: nothing }), language);
    for (const { words: menu, groups } of Object.values(declaredMenus))
      for (const id of groups.flat())
        expect(palette).toMatch(new RegExp(`palette-${id}"><span[^>]*>${menu[language]}</span><span[^>]*>${escaped(words(id))}<`));
  });

  it('stand beside their keys', () => {
    const sheet = render(createElement(ShortcutsDialog, { onClose: nothing }), language);
    for (const id of commandIds) {
      const { keys = [] } = declarationOf(id);
      expect(sheet.includes(`<dt>${words(id)}</dt><dd>${keys.map((key) => keyName(key, false)).join(' · ')}`)).toBe(
        keys.length > 0 || declarationOf(id).listKeys !== undefined,
      );
    }
  });

  it('stand on buttons and in their hints', () => {
    const tools = render(createElement(ToolBar), language);
    // in a plot of two channels
    const shown = [...toolsFor(false).map((name) => `tool.${name}` as const), 'edit.undo', 'edit.redo'] as const;
    for (const id of shown) expect(tools).toContain(hint(id));
    const bar = render(createElement(TitleBar, { session: undefined, unsaved: false }), language);
    for (const id of ['view.palette', 'file.save-session', 'file.export-report'] as const) expect(bar).toContain(hint(id));
    const empty = render(createElement(EmptyState), language);
    for (const id of ['file.open-samples', 'file.open-simulated', 'view.archive'] as const)
      expect(empty).toContain(`${words(id)}</button>`);
    const strip = render(createElement(AncestryStrip, { path: '', onGo: nothing }), language);
    for (const id of ['sample.previous', 'sample.next'] as const) expect(strip).toContain(hint(id));
  });
});

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

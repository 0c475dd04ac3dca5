import { useMemo } from 'react';
import { languages } from '../../core/base/message.ts';
import { declarationOf } from '../../core/contract/commands.ts';
import { declaredMenus } from '../../core/contract/menus.ts';
import { runCommand } from '../commands/run-command.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { sampleRows, shownAnalysis } from '../store/selectors.ts';
import { setView } from '../store/store.ts';
import { Palette, type PaletteItem } from '../ui/palette.tsx';
import { messages } from './messages.ts';

const menus = Object.values(declaredMenus);
const ids = menus.flatMap(({ groups }) => groups.flat());
const menuWords = menus.flatMap(({ words, groups }) => groups.flat().map(() => words));

/** Every command in the order of the menus, then samples and populations, found by the words of both languages. */
export function CommandPalette({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const state = useWindow((whole) => whole);
  const commands = useCommands(ids).map(
    ({ id, label, key, rowKey, disabled }, i): PaletteItem => ({
      id,
      group: menuWords[i]?.[language] ?? '',
      label,
      shortcut: key ?? rowKey,
      also: languages.map((other) => declarationOf(id).words[other]).join(' '),
      disabled,
    }),
  );
  const places = useMemo(
    (): readonly (PaletteItem & { readonly go: () => void })[] => [
      ...sampleRows(state).map(({ id, name }) => ({
        id: `sample ${id}`,
        group: t('samples'),
        label: name,
        isName: true,
        go: () => setView(app.store, { selected: id }),
      })),
      ...(shownAnalysis(state)?.populations ?? [])
        .filter(({ path }) => path !== '')
        .map(({ path }) => ({
          id: `population ${path}`,
          group: t('populations'),
          label: path.replaceAll('/', ' › '),
          go: () => setView(app.store, { population: path, tab: 'gate' }),
        })),
    ],
    [state, t, app],
  );
  const pick = (id: string) => {
    const command = ids.find((known) => known === id);
    if (command !== undefined) runCommand(app, command);
    else places.find((place) => place.id === id)?.go();
  };
  return <Palette label={declarationOf('view.palette').words[language]} items={[...commands, ...places]} onPick={pick} onClose={onClose} />;
}

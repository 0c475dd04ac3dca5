import { Fragment } from 'react';
import { type CommandId, declarationOf } from '../../core/contract/commands.ts';
import { declaredMenus } from '../../core/contract/menus.ts';
import { useApp } from '../context/use-app.ts';
import { messages as plotMessages } from '../features/plots/messages.ts';
import { plotKeys } from '../features/plots/plot-keys.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { CloseAction } from '../ui/close-action.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { keyName } from '../ui/key-names.ts';
import { messages } from './messages.ts';

/** All keys, by the menus that the commands stand in. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { mac } = useApp();
  const language = useLanguage();
  const title = declarationOf('help.shortcuts').words[language];
  return (
    <Dialog label={title} onClose={onClose} testId="shortcuts">
      <h2 className="dialog-title">{title}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys */}
      <section className="shortcuts" tabIndex={0} aria-label={title}>
        {Object.entries(declaredMenus).map(([name, { words, groups }]) => (
          <Fragment key={name}>
            <h3>{words[language]}</h3>
            <dl>
              {groups.flat().map((id) => (
                <Shortcut key={id} id={id} mac={mac} />
              ))}
            </dl>
          </Fragment>
        ))}
        <KeysOfPlots mac={mac} />
      </section>
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

function KeysOfPlots({ mac }: { readonly mac: boolean }) {
  const t = useMessages(plotMessages);
  return (
    <>
      <h3>{t('keysInPlot')}</h3>
      <dl>
        {plotKeys.map(({ keys, words }) => (
          <Fragment key={words}>
            <dt>{t(words)}</dt>
            <dd>{keys.map((key) => keyName(key, mac)).join(' · ')}</dd>
          </Fragment>
        ))}
      </dl>
    </>
  );
}

function Shortcut({ id, mac }: { readonly id: CommandId; readonly mac: boolean }) {
  const language = useLanguage();
  const t = useMessages(messages);
  const { words, keys = [], listKeys } = declarationOf(id);
  const written = [
    ...keys.map((key) => keyName(key, mac)),
    ...(listKeys === undefined ? [] : [t(`keyIn.${listKeys.list}`, { key: keyName(listKeys.keys[0] ?? '', mac) })]),
  ];
  if (written.length === 0) return null;
  return (
    <>
      <dt>{words[language]}</dt>
      <dd>{written.join(' · ')}</dd>
    </>
  );
}

import './title-bar.css';
import type { ReactNode } from 'react';
import { CommandButton, CommandIcon } from '../commands/command-button.tsx';
import { runCommand } from '../commands/run-command.ts';
import { useCommands } from '../commands/use-commands.ts';
import { useApp } from '../context/use-app.ts';
import { useMessages } from '../messages/language.ts';
import { Icon } from '../ui/icon.tsx';
import { messages } from './messages.ts';

export interface TitleBarProps {
  /** The session's name; undefined before it is first saved. */
  readonly session: string | undefined;
  readonly unsaved: boolean;
  /** The tool bar. */
  readonly tools?: ReactNode;
  /** Controls of the view, before save and export. */
  readonly view?: ReactNode;
}

/** The window's top line: which session this is and whether it is saved, tools, view, and the way to everything else. */
export function TitleBar({ session, unsaved, tools, view }: TitleBarProps) {
  const t = useMessages(messages);
  const name = session ?? t('untitled');
  return (
    <header className="title-bar" data-part>
      <div className="title-session" title={unsaved ? `${name} (${t('unsaved')})` : name} data-testid="session-name" data-unsaved={unsaved}>
        <h1 className="one-line">{name}</h1>
        {unsaved && (
          <span className="title-unsaved">
            <span className="title-dot" />
            {t('unsavedShort')}
          </span>
        )}
      </div>
      {tools}
      <PaletteButton />
      <div className="title-end">
        {view}
        <CommandIcon command="file.save-session" testId="save" />
        <CommandButton command="file.export-report" short icon="report" testId="export-pdf" />
      </div>
    </header>
  );
}

/** Looks like the field that it opens. */
function PaletteButton() {
  const app = useApp();
  const [command] = useCommands(['view.palette']);
  return (
    <button
      type="button"
      className="title-palette"
      onClick={() => void runCommand(app, 'view.palette')}
      title={`${command?.label} (${command?.key})`}
      data-testid="open-palette"
    >
      <Icon name="search" size={12} />
      <span className="one-line">{command?.label}</span>
      <kbd className="title-key">{command?.key}</kbd>
    </button>
  );
}

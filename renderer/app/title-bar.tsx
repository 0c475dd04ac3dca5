import './title-bar.css';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { keyName } from '../ui/key-names.ts';
import { messages } from './messages.ts';

export interface TitleBarProps {
  /** The session's name; undefined before it is first saved. */
  readonly session: string | undefined;
  readonly unsaved: boolean;
  readonly onPalette: () => void;
  readonly onSave: () => void;
  readonly onExportPdf: () => void;
  /** Saving and exporting wait until there is a sample and nothing is being calculated. */
  readonly canSave: boolean;
  readonly canExport: boolean;
  readonly mac?: boolean;
  /** The tool bar. */
  readonly tools?: ReactNode;
  /** Controls of the view, before save and export. */
  readonly view?: ReactNode;
}

/** The window's top line: which session this is and whether it is saved, tools, view, and the way to everything else. */
export function TitleBar(props: TitleBarProps) {
  const { session, unsaved, onPalette, onSave, onExportPdf, canSave, canExport, mac = false, tools, view } = props;
  const t = useMessages(messages);
  const name = session ?? t('untitled');
  return (
    <header className="title-bar">
      <div className="title-session" title={unsaved ? `${name} (${t('unsaved')})` : name} data-testid="session-name" data-unsaved={unsaved}>
        <span className="one-line">{name}</span>
        {unsaved && (
          <span className="title-unsaved">
            <span className="title-dot" />
            {t('unsavedShort')}
          </span>
        )}
      </div>
      {tools}
      <button
        type="button"
        className="title-palette"
        onClick={onPalette}
        aria-label={t('commands')}
        title={`${t('commands')} (${keyName('mod+k', mac)})`}
        data-testid="open-palette"
      >
        <Icon name="search" size={12} />
        <span className="one-line">{t('commands')}</span>
        <kbd className="title-key">{keyName('mod+k', mac)}</kbd>
      </button>
      <div className="title-end">
        {view}
        <IconButton icon="save" label={t('save')} shortcut={keyName('mod+s', mac)} onClick={onSave} disabled={!canSave} testId="save" />
        <Button icon="report" onClick={onExportPdf} disabled={!canExport} title={t('exportPdf')} testId="export-pdf">
          {t('exportPdfShort')}
        </Button>
      </div>
    </header>
  );
}

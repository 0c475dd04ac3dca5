import { useEffect, useState } from 'react';
import type { BridgeFile } from '../../../core/contract/bridge.ts';
import { declaredCommands } from '../../../core/contract/commands.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FileName } from '../../ui/file-name.tsx';
import { openSessionFile } from './actions.ts';
import { messages } from './messages.ts';

/** Sessions that were opened or saved last and are still there. */
export function RecentDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const title = declaredCommands['file.recent-sessions'].words[useLanguage()].replace('…', '');
  const [files, setFiles] = useState<readonly BridgeFile[]>();
  useEffect(() => {
    void attempt(app, async () => setFiles(await ask(app.bridge.recentFiles())));
  }, [app]);
  const open = (token: BridgeFile['token']) => {
    onClose();
    void openSessionFile(app, token);
  };
  return (
    <Dialog label={title} onClose={onClose} testId="recent">
      <h2 className="dialog-title">{title}</h2>
      {files?.length === 0 && <p className="quiet">{t('noRecent')}</p>}
      {files?.map(({ token, name }) => (
        <p key={token}>
          <Button large onClick={() => open(token)} testId="recent-session">
            <FileName name={name} />
          </Button>
        </p>
      ))}
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

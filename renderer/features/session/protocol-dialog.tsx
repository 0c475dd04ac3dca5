import { declaredCommands } from '../../../core/contract/commands.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { hasSamples } from '../../store/document.ts';
import { Button } from '../../ui/button.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { messages } from './messages.ts';
import { chooseProtocol, shippedOf, shippedProtocols, titleOfShipped } from './protocols.ts';

/** What the session is analysed by: one of the protocols that ship. Those of a laboratory come by importing gates. */
export function ProtocolDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const present = useWindow(({ session }) => shippedOf(session.history.present.protocol));
  const isInUse = useWindow(hasSamples);
  const title = declaredCommands['edit.protocol'].words[language].replace('…', '');
  return (
    <Dialog label={title} onClose={onClose} testId="protocols">
      <h2 className="dialog-title">{title}</h2>
      {isInUse && <p className="quiet small">{t('protocolText')}</p>}
      {shippedProtocols.map((id) => (
        <div key={id}>
          <Button
            large
            kind={id === present ? 'primary' : 'normal'}
            onClick={() => {
              onClose();
              if (id !== present) chooseProtocol(app, id);
            }}
            testId={`protocol-${id}`}
          >
            {titleOfShipped(id)[language]}
          </Button>
          <p className="quiet small">{t(`protocol.${id}`)}</p>
        </div>
      ))}
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

import '../ui/empty-state.css';
import { CommandButton } from '../commands/command-button.tsx';
import { useApp, useWindow } from '../context/use-app.ts';
import { keepAsBegun } from '../features/session/actions.ts';
import { chooseProtocol, shippedOf, shippedProtocols, titleOfShipped } from '../features/session/protocols.ts';
import { useLanguage, useMessages } from '../messages/language.ts';
import { classes } from '../ui/classes.ts';
import { Icon } from '../ui/icon.tsx';
import { Select } from '../ui/select.tsx';
import { messages } from './messages.ts';

/** Where the plots will be, before there is a file: what to do first. `dropping`: files are being dragged over the window. */
export function EmptyState({ dropping = false }: { readonly dropping?: boolean }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const protocol = useWindow(({ session }) => shippedOf(session.history.present.protocol));
  return (
    <div className={classes('empty', dropping && 'is-dropping')} data-testid="empty">
      <Icon name="density" size={32} />
      <h2 className="empty-title">{t(dropping ? 'dropHere' : 'emptyTitle')}</h2>
      <p className="empty-hint">{t('emptyHint')}</p>
      <div className="empty-actions">
        <CommandButton command="file.open-samples" kind="primary" large testId="open-files" />
        <CommandButton command="file.open-simulated" large testId="open-samples" />
        <CommandButton command="view.archive" large testId="open-archive" />
      </div>
      <div className="empty-protocol">
        <span className="quiet small">{t('protocolLabel')}</span>
        <Select
          label={t('protocolLabel')}
          value={protocol ?? 'nk-t'}
          options={shippedProtocols.map((id) => ({ id, label: titleOfShipped(id)[language] }))}
          onChange={(id) => {
            chooseProtocol(app, id);
            keepAsBegun(app);
          }}
          testId="protocol"
        />
      </div>
      <CommandButton command="help.tutorial" kind="plain" testId="open-tutorial" />
      <p className="quiet small">{t('formats')}</p>
    </div>
  );
}

import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { messages } from './messages.ts';

/** Where dialogs for files begin. The path itself stays outside the window. */
export function DataFolder() {
  const app = useApp();
  const t = useMessages(messages);
  const folder = useWindow(({ preferences }) => preferences.dataFolder);
  const wish = (wanted: 'choose' | 'forget') =>
    attempt(app, async () => {
      const answer = await ask(app.bridge.chooseDataFolder(wanted));
      if (answer !== null) app.store.setState(({ preferences: { own, computer } }) => ({ preferences: { own, computer, ...answer } }));
    });
  return (
    <>
      <span className="preferences-name">{t('preference.dataFolder')}</span>
      <span>
        <Button onClick={() => void wish('choose')} testId="preference-folder">
          {t('choose')}
        </Button>{' '}
        <span className="small" data-testid="preference-folder-name">
          {folder?.name ?? t('noFolder')}
        </span>
      </span>
      <span className="quiet small">{t(`level.${folder?.level ?? 'program'}`)}</span>
      <Button
        disabled={folder?.level !== 'own'}
        title={t('resetOf', { name: t('preference.dataFolder') })}
        onClick={() => void wish('forget')}
        testId="preference-reset-folder"
      >
        {t('reset')}
      </Button>
    </>
  );
}

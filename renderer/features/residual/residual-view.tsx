import '../../ui/page.css';
import './residual.css';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { setResidual } from '../../store/store.ts';
import { Choice } from '../../ui/choice.tsx';
import { ArchiveResidual } from './archive-residual.tsx';
import { messages } from './messages.ts';
import { SessionResidual } from './session-residual.tsx';

/** Residual leukaemic cells of the session or the archive: a lot over its days, and each day with its tubes, blanks and gates. */
export function ResidualView() {
  const app = useApp();
  const t = useMessages(messages);
  const source = useWindow(({ view }) => view.residual.source);
  const choice = (
    <Choice
      label={t('residualSource')}
      value={source}
      options={[
        { id: 'session', label: t('residualSession'), testId: 'residual-session' },
        { id: 'archive', label: t('residualArchive'), testId: 'residual-archive' },
      ]}
      onChange={(id) => setResidual(app.store, { source: id, subject: undefined, day: undefined })}
    />
  );
  return (
    <section className="page" aria-label={t('residualPage')} data-testid="residual">
      {source === 'session' ? <SessionResidual source={choice} /> : <ArchiveResidual source={choice} />}
    </section>
  );
}

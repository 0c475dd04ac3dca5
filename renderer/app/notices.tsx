import { isSealed } from '../../core/base/chain/chain.ts';
import { sessionFindings } from '../../core/study/sample/session-findings.ts';
import { openingNotes } from '../../core/study/session/audit-check.ts';
import { useApp, useWindow } from '../context/use-app.ts';
import { askToGateAgain } from '../features/archive/actions.ts';
import { salvageSample } from '../features/samples/open-files.ts';
import { useMessages } from '../messages/language.ts';
import type { SampleKey } from '../store/state.ts';
import { setView } from '../store/store.ts';
import { messages } from './messages.ts';
import { Notice } from './notice.tsx';

export function Notices() {
  const app = useApp();
  const t = useMessages(messages);
  const notices = useWindow(({ view }) => view.notices);
  const dismiss = (id: number) => setView(app.store, { notices: app.store.getState().view.notices.filter((notice) => notice.id !== id) });
  /** What can be done about it. */
  function actionOf({ id, code }: { readonly id: number; readonly code?: string }, salvage: SampleKey | undefined) {
    const act = (label: string, perform: () => Promise<void>) => ({
      label,
      onClick: () => {
        dismiss(id);
        void perform();
      },
    });
    if (salvage !== undefined) return act(t('salvage'), () => salvageSample(app, salvage));
    return code === 'engine-older' ? act(t('gateAgain'), () => askToGateAgain(app)) : undefined;
  }
  const dismissable = notices.map(({ salvage, ...notice }) => (
    <Notice
      key={notice.id}
      notice={notice}
      kind={notice.kind}
      about={notice.about}
      onDismiss={() => dismiss(notice.id)}
      action={actionOf(notice, salvage)}
    />
  ));
  return dismissable.length === 0 ? null : <div className="notices">{dismissable}</div>;
}

/** Whether the session is what its audit tells: said for as long as it is open. */
export function TrustNotices() {
  const app = useApp();
  const t = useMessages(messages);
  const trust = useWindow(({ session }) => session.trust);
  const sealedHere = useWindow(({ session }) => isSealed(session.history.audit));
  const notes = trust === undefined || (sealedHere && trust.findings.length === 0) ? [] : openingNotes(trust);
  return notes.map(({ code, values = {} }) => {
    const sentence = sessionFindings[code]?.sentence;
    const isUnsealed = code === 'session-unsealed';
    return (
      sentence && (
        <Notice
          key={code}
          notice={{ code, sentence, values }}
          kind={isUnsealed ? 'note' : 'problem'}
          action={isUnsealed ? { label: t('seal'), onClick: () => setView(app.store, { dialog: 'seal' }) } : undefined}
        />
      )
    );
  });
}

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
  return notices.map(({ salvage, ...notice }) => (
    <Notice
      key={notice.id}
      notice={notice}
      kind={notice.kind}
      about={notice.about}
      onDismiss={() => dismiss(notice.id)}
      action={actionOf(notice, salvage)}
    />
  ));
}

import { useApp, useWindow } from '../context/use-app.ts';
import { salvageSample } from '../features/samples/open-files.ts';
import { useMessages } from '../messages/language.ts';
import { setView } from '../store/store.ts';
import { messages } from './messages.ts';
import { Notice } from './notice.tsx';

export function Notices() {
  const app = useApp();
  const t = useMessages(messages);
  const notices = useWindow(({ view }) => view.notices);
  const dismiss = (id: number) => setView(app.store, { notices: app.store.getState().view.notices.filter((notice) => notice.id !== id) });
  return notices.map(({ salvage, ...notice }) => (
    <Notice
      key={notice.id}
      notice={notice}
      kind={notice.kind}
      about={notice.about}
      onDismiss={() => dismiss(notice.id)}
      action={
        salvage === undefined
          ? undefined
          : {
              label: t('salvage'),
              onClick: () => {
                dismiss(notice.id);
                void salvageSample(app, salvage);
              },
            }
      }
    />
  ));
}

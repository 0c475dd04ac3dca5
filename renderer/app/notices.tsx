import { useApp, useWindow } from '../context/use-app.ts';
import { salvageSample } from '../features/samples/open-files.ts';
import { useWords } from '../messages/language.ts';
import { setView } from '../store/store.ts';
import { Notice } from './notice.tsx';

export function Notices() {
  const app = useApp();
  const speak = useWords();
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
              label: speak('salvage'),
              onClick: () => {
                dismiss(notice.id);
                void salvageSample(app, salvage);
              },
            }
      }
    />
  ));
}

import { useWords } from '../i18n/language.ts';
import { Notice } from '../panels/notice.tsx';
import { setView } from '../store/store.ts';
import { salvageSample } from '../work/open-files.ts';
import { useDesk, useWindow } from './desk-context.ts';

export function Notices() {
  const desk = useDesk();
  const speak = useWords();
  const notices = useWindow(({ view }) => view.notices);
  const dismiss = (id: number) => setView(desk.store, { notices: desk.store.getState().view.notices.filter((notice) => notice.id !== id) });
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
                void salvageSample(desk, salvage);
              },
            }
      }
    />
  ));
}

import type { FormDraft } from '../store/page-looks.ts';
import { setView } from '../store/store.ts';
import { useApp, useWindow } from './use-app.ts';

const empty: FormDraft = {};

/** What is typed into a form: it waits while other pages are looked at. Set to nothing once it is used. */
export function useFormDraft(form: string): readonly [draft: FormDraft, set: (draft: FormDraft) => void] {
  const { store } = useApp();
  const draft = useWindow(({ view }) => view.forms[form] ?? empty);
  const set = (next: FormDraft) => {
    const { [form]: _, ...others } = store.getState().view.forms;
    setView(store, { forms: Object.keys(next).length === 0 ? others : { ...others, [form]: next } });
  };
  return [draft, set];
}

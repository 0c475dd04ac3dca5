import './help.css';
import { lazy, Suspense } from 'react';
import { declaredCommands } from '../../../core/contract/commands.ts';
import { useLanguage } from '../../messages/language.ts';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const GuidesView = lazy(async () => ({ default: (await import('./guides-view.tsx')).GuidesView }));

/** The guides of docs inside the window, without a network. */
export function GuidesDialog({ onClose }: { readonly onClose: () => void }) {
  const language = useLanguage();
  const title = declaredCommands['help.guides'].words[language];
  return (
    <Dialog label={title} onClose={onClose} testId="guides">
      <h2 className="dialog-title">{title}</h2>
      <Suspense>
        <GuidesView title={title} />
      </Suspense>
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

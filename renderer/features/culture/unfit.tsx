import { CommandButton } from '../../commands/command-button.tsx';
import { useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

/** The protocol is about markers that the file has not: nothing is judged, and nothing is wrong with the file. */
export function Unfit({ protocol }: { readonly protocol: string }) {
  const t = useMessages(messages);
  return (
    <section className="panel-section" data-testid="unfit">
      <p className="small quiet selectable">{t('unfit', { protocol })}</p>
      <p>
        <CommandButton command="edit.protocol" testId="unfit-protocol" />
      </p>
    </section>
  );
}

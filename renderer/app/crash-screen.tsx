import { Component, type ReactNode } from 'react';
import { useMessages } from '../messages/language.ts';
import { Button } from '../ui/button.tsx';
import { messages } from './messages.ts';

interface Caught {
  readonly error?: Error;
}

/** A mistake of the program while drawing: said loudly, instead of an empty window, with the way back to the kept work. */
export class CrashScreen extends Component<{ readonly children: ReactNode }, Caught> {
  override state: Caught = {};

  static getDerivedStateFromError(error: unknown): Caught {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <Crash error={error} />;
  }
}

function Crash({ error }: { readonly error: Error }) {
  const t = useMessages(messages);
  return (
    <main className="crash" role="alert" data-testid="crash">
      <h2 className="dialog-title">{t('crashed')}</h2>
      <p>{t('crashedHint')}</p>
      <Button kind="primary" large onClick={() => location.reload()}>
        {t('loadAgain')}
      </Button>
      <pre className="small quiet selectable">{error.stack ?? error.message}</pre>
    </main>
  );
}

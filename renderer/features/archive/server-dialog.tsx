import { useState } from 'react';
import type { Problem } from '../../../core/base/problem.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { messages } from './messages.ts';

export interface ServerDialogProps {
  /** Of a server that was open before. */
  readonly server: string;
  readonly busy: boolean;
  /** Gives what kept it shut. */
  readonly onConnect: (
    url: string,
    password: string,
    how: { readonly keep: boolean; readonly create: boolean },
  ) => Promise<Problem | undefined>;
  readonly onClose: () => void;
}

/** Asks for a database: its address, and a password that is kept only where the person says so. */
export function ServerDialog({ server, busy, onConnect, onClose }: ServerDialogProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const [url, setUrl] = useState(server);
  const [password, setPassword] = useState('');
  const [keep, setKeep] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [waiting, setWaiting] = useState(false);
  const connect = async (create = false) => {
    if (busy || waiting) return;
    setWaiting(true);
    const found = await onConnect(url, password, { keep, create });
    if (found === undefined) return; // the dialog is gone
    setProblem(found);
    setWaiting(false);
  };
  const onKeyDown = ({ key }: { readonly key: string }) => {
    if (key === 'Enter') void connect();
  };
  return (
    <Dialog label={t('serverTitle')} onClose={onClose} testId="server-dialog">
      <h2 className="dialog-title">{t('serverTitle')}</h2>
      <Field label={t('serverAddress')} hint={t('serverHint')}>
        <input
          className="input"
          value={url}
          spellCheck={false}
          placeholder={t('serverExample')}
          onChange={({ target }) => setUrl(target.value)}
          onKeyDown={onKeyDown}
          aria-label={t('serverAddress')}
          data-testid="server-address"
          {...(server === '' ? { 'data-autofocus': true } : {})}
        />
      </Field>
      <Field label={t('serverPassword')}>
        <input
          className="input"
          type="password"
          value={password}
          autoComplete="off"
          onChange={({ target }) => setPassword(target.value)}
          onKeyDown={onKeyDown}
          aria-label={t('serverPassword')}
          data-testid="server-password"
          {...(server === '' ? {} : { 'data-autofocus': true })}
        />
      </Field>
      <label className="archive-check">
        <input type="checkbox" checked={keep} onChange={({ target }) => setKeep(target.checked)} data-testid="keep-password" />
        {t('keepPassword')}
      </label>
      {problem && (
        <p className="archive-problem" role="alert" data-testid="server-problem">
          {problem.in(language)}
        </p>
      )}
      <div className="dialog-actions">
        <Button large onClick={onClose}>
          {t('cancel')}
        </Button>
        {problem?.code === 'archive-not-found' && (
          <Button large onClick={() => void connect(true)} disabled={busy || waiting} testId="server-create">
            {t('makeArchiveHere')}
          </Button>
        )}
        <Button kind="primary" large onClick={() => void connect()} disabled={busy || waiting} testId="server-connect">
          {t('connect')}
        </Button>
      </div>
    </Dialog>
  );
}

import { useState } from 'react';
import { sealAudit } from '../../context/edit.ts';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { messages } from './messages.ts';

/** Asks why the audit of a session of before is taken as it stands: sealing is a decision, and kept as one. */
export function SealDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  const seal = () => {
    if (isGiven && sealAudit(app, reason.trim())) onClose();
  };
  return (
    <Dialog label={t('sealTitle')} onClose={onClose} testId="seal">
      <h2 className="dialog-title">{t('sealTitle')}</h2>
      <p>{t('sealText')}</p>
      <Field label={t('sealReason')}>
        <input
          className="input"
          value={reason}
          maxLength={4000}
          data-autofocus
          aria-label={t('sealReason')}
          data-testid="seal-reason"
          onChange={({ target }) => setReason(target.value)}
          onKeyDown={({ key }) => key === 'Enter' && seal()}
        />
      </Field>
      <div className="dialog-actions">
        <Button large onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button kind="primary" large onClick={seal} disabled={!isGiven} testId="seal-now">
          {t('sealNow')}
        </Button>
      </div>
    </Dialog>
  );
}

import type { ReactNode } from 'react';
import { useApp } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { setResidual } from '../../store/store.ts';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';

export interface ResidualHeadProps {
  readonly source: ReactNode;
  readonly subjects?: readonly { readonly id: string; readonly label: string }[];
  readonly subject?: string | undefined;
  /** What can be done there. */
  readonly children?: ReactNode;
}

/** Where results come from, and which lot or sample is shown. */
export function ResidualHead({ source, subjects = [], subject, children }: ResidualHeadProps) {
  const app = useApp();
  const t = useMessages(messages);
  return (
    <div className="residual-head">
      <h2>{t('residualPage')}</h2>
      {source}
      {subject !== undefined && (
        <Select
          label={t('residualSubject')}
          value={subject}
          options={subjects}
          onChange={(id) => setResidual(app.store, { subject: id, day: undefined })}
          testId="residual-subject"
        />
      )}
      {children}
    </div>
  );
}

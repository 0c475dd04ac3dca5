import { useState } from 'react';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { useMessages } from '../../messages/language.ts';
import type { ArchiveState } from '../../store/archive-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { BatchChoices } from './actions.ts';
import { messages } from './messages.ts';

export interface BatchDialogProps {
  readonly archive: ArchiveState;
  readonly protocol: Pick<Protocol, 'name' | 'revision' | 'absentMarkers'>;
  readonly onBegin: (choices: BatchChoices) => void;
  readonly onClose: () => void;
}

const SESSION = 'session';

/** How a batch goes about its runs. */
export function BatchDialog({ archive, protocol, onBegin, onClose }: BatchDialogProps) {
  const t = useMessages(messages);
  const { total, shown, protocols, busy } = archive;
  const [version, setVersion] = useState(SESSION);
  const [sameRun, setSameRun] = useState<'none' | 'day' | 'folder'>('none');
  const [absent, setAbsent] = useState<NonNullable<Protocol['absentMarkers']>>(protocol.absentMarkers ?? 'refuse');
  const [respectPauses, setPauses] = useState(false);
  const isOwn = version === SESSION;
  const changesProtocol = isOwn && absent !== (protocol.absentMarkers ?? 'refuse');
  const begin = () =>
    onBegin({
      respectPauses,
      ...(isOwn ? {} : { version }),
      ...(sameRun === 'none' ? {} : { sameRun }),
      ...(changesProtocol ? { absentMarkers: absent } : {}),
    });
  return (
    <Dialog label={t('gateAgain')} onClose={onClose} testId="batch-dialog">
      <h2 className="dialog-title">{t('gateAgain')}</h2>
      <p className="quiet">{t('batchRuns', { count: formatCount(total), query: shown === '' ? t('allRuns') : shown })}</p>
      <Field label={t('batchWith')}>
        <Select
          value={version}
          label={t('batchWith')}
          options={[
            { id: SESSION, label: t('sessionProtocol', { name: protocol.name, revision: protocol.revision }) },
            ...protocols.map(({ sha256, name, revision }) => ({
              id: sha256,
              label: t('withVersion', { name, revision, digest: sha256.slice(0, 8) }),
            })),
          ]}
          onChange={setVersion}
          testId="batch-protocol"
        />
      </Field>
      <Field label={t('sameRun')} hint={t('sameRunHint')}>
        <Select
          value={sameRun}
          label={t('sameRun')}
          options={(['none', 'day', 'folder'] as const).map((id) => ({ id, label: t(`sameRun.${id}`) }))}
          onChange={setSameRun}
          testId="batch-same-run"
        />
      </Field>
      {isOwn && (
        <Field label={t('absentMarkers')}>
          <Select
            value={absent}
            label={t('absentMarkers')}
            options={(['refuse', 'leave-out'] as const).map((id) => ({ id, label: t(`absentMarkers.${id}`) }))}
            onChange={setAbsent}
            testId="batch-absent"
          />
        </Field>
      )}
      <label className="archive-check">
        <input type="checkbox" checked={respectPauses} onChange={({ target }) => setPauses(target.checked)} data-testid="batch-pauses" />
        {t('pausesChoice')}
      </label>
      <div className="dialog-actions">
        <Button large onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button kind="primary" large autoFocus onClick={begin} disabled={busy || total === 0} testId="batch-begin">
          {t('beginBatch')}
        </Button>
      </div>
    </Dialog>
  );
}

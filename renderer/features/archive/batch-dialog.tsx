import { useState } from 'react';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { useWords } from '../../messages/language.ts';
import type { ArchiveState } from '../../store/archive-state.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { BatchChoices } from './actions.ts';

export interface BatchDialogProps {
  readonly archive: ArchiveState;
  readonly protocol: Pick<Protocol, 'name' | 'revision' | 'absentMarkers'>;
  readonly onBegin: (choices: BatchChoices) => void;
  readonly onClose: () => void;
}

const SESSION = 'session';

/** How a batch goes about its runs. */
export function BatchDialog({ archive, protocol, onBegin, onClose }: BatchDialogProps) {
  const speak = useWords();
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
    <Dialog label={speak('gateAgain')} onClose={onClose} testId="batch-dialog">
      <h2 className="dialog-title">{speak('gateAgain')}</h2>
      <p className="quiet">{speak('batchRuns', { count: formatCount(total), query: shown === '' ? speak('allRuns') : shown })}</p>
      <Field label={speak('batchWith')}>
        <Select
          value={version}
          label={speak('batchWith')}
          options={[
            { id: SESSION, label: speak('sessionProtocol', { name: protocol.name, revision: protocol.revision }) },
            ...protocols.map(({ sha256, name, revision }) => ({
              id: sha256,
              label: speak('withVersion', { name, revision, digest: sha256.slice(0, 8) }),
            })),
          ]}
          onChange={setVersion}
          testId="batch-protocol"
        />
      </Field>
      <Field label={speak('sameRun')} hint={speak('sameRunHint')}>
        <Select
          value={sameRun}
          label={speak('sameRun')}
          options={(['none', 'day', 'folder'] as const).map((id) => ({ id, label: speak(`sameRun.${id}`) }))}
          onChange={setSameRun}
          testId="batch-same-run"
        />
      </Field>
      {isOwn && (
        <Field label={speak('absentMarkers')}>
          <Select
            value={absent}
            label={speak('absentMarkers')}
            options={(['refuse', 'leave-out'] as const).map((id) => ({ id, label: speak(`absentMarkers.${id}`) }))}
            onChange={setAbsent}
            testId="batch-absent"
          />
        </Field>
      )}
      <label className="archive-check">
        <input type="checkbox" checked={respectPauses} onChange={({ target }) => setPauses(target.checked)} data-testid="batch-pauses" />
        {speak('pausesChoice')}
      </label>
      <div className="dialog-actions">
        <Button large onClick={onClose}>
          {speak('cancel')}
        </Button>
        <Button kind="primary" large autoFocus onClick={begin} disabled={busy || total === 0} testId="batch-begin">
          {speak('beginBatch')}
        </Button>
      </div>
    </Dialog>
  );
}

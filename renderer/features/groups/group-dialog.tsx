import './groups.css';
import { useMemo, useState } from 'react';
import type { Criterion } from '../../../core/study/session/document/group.ts';
import { gatingGroupOf, isInGroup } from '../../../core/study/session/document/group-members.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import type { State } from '../../store/state.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { addGroup, changeGroup, chosenKeys, type GroupDraft, samplesFor } from './actions.ts';
import { CriterionRow } from './criterion-editor.tsx';
import { criterionOf, newRow, type Row, rowOf } from './criterion-row.ts';
import { messages, type T } from './messages.ts';

/** A new group, or other criteria for one: how many samples it would hold is told as it is typed. */
export function GroupDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const edited = useWindow(({ session, view }) => session.history.present.groups.find(({ id }) => id === view.editedGroup));
  const state = useWindow(({ session, results }) => ({ session, results }));
  const [name, setName] = useState(edited?.name ?? '');
  const [kind, setKind] = useState<GroupDraft['kind']>(edited?.kind ?? 'gating');
  const [rows, setRows] = useState<readonly Row[]>(() => edited?.criteria.map(rowOf) ?? [newRow()]);
  const criteria = rows.map(criterionOf).filter((one) => one !== undefined);
  const draft = { name: name.trim(), kind, criteria };
  const isWhole = draft.name !== '' && criteria.length === rows.length;
  const save = () => {
    const done = edited === undefined ? addGroup(app, draft, byHandOf(app.store.getState(), criteria)) : changeGroup(app, edited.id, draft);
    if (done) onClose();
  };
  const change = (at: number, row: Partial<Row>) => setRows(rows.map((one, i) => (i === at ? { ...one, from: undefined, ...row } : one)));
  const title = t(edited === undefined ? 'newGroup' : 'changeGroup');
  return (
    <Dialog label={title} onClose={onClose} testId="group-dialog">
      <form
        className="group-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          if (isWhole) save();
        }}
      >
        <h2 className="dialog-title">{title}</h2>
        <Field label={t('name')}>
          <input
            className="input"
            value={name}
            onChange={(event) => setName(event.target.value)}
            aria-label={t('name')}
            data-autofocus
            data-testid="group-name"
          />
        </Field>
        <Field label={t('kind')} hint={t(`hint.${kind}`)}>
          <Choice
            label={t('kind')}
            value={kind}
            options={[
              { id: 'gating', label: t('kind.gating'), testId: 'group-gating' },
              { id: 'viewing', label: t('kind.viewing'), testId: 'group-viewing' },
            ]}
            onChange={setKind}
          />
        </Field>
        <h3>{t('criteria')}</h3>
        {rows.length === 0 && <p className="quiet small">{t('noCriteria')}</p>}
        {rows.map((row, i) => (
          <CriterionRow
            key={row.id}
            row={row}
            at={i}
            onChange={(part) => change(i, part)}
            onRemove={() => setRows(rows.toSpliced(i, 1))}
            t={t}
          />
        ))}
        <p>
          <Button icon="plus" onClick={() => setRows([...rows, newRow({ field: 'lot', text: '' })])} testId="group-add-criterion">
            {t('addCriterion')}
          </Button>
        </p>
        <Fits draft={draft} id={edited?.id} state={state} t={t} />
        <div className="dialog-actions">
          <Button large onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button large kind="primary" disabled={!isWhole} onClick={save} testId="group-save">
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A group without criteria begins with the samples that are chosen. */
function byHandOf(state: State, criteria: readonly Criterion[]): readonly string[] {
  if (criteria.length > 0) return [];
  const keys = new Set(chosenKeys(state));
  return state.session.history.present.samples.flatMap(({ id, file }) => (keys.has(`${file.path ?? ''} ${file.dataset}`) ? [id] : []));
}

interface FitsProps {
  readonly draft: GroupDraft;
  readonly id: string | undefined;
  readonly state: Pick<State, 'session' | 'results'>;
  readonly t: T;
}

/** How many samples the group would hold as it is typed. */
function Fits({ draft, id, state, t }: FitsProps) {
  const key = JSON.stringify(draft);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the draft is the draft
  const { fit, members, total, byHand } = useMemo(() => {
    const { groups } = state.session.history.present;
    const samples = samplesFor(state, draft);
    const group = { ...draft, id: id ?? '', samples: groups.find((one) => one.id === id)?.samples ?? [] };
    const after = { groups: id === undefined ? [...groups, group] : groups.map((one) => (one.id === id ? group : one)) };
    const fitting = samples.filter((sample) => isInGroup(group, sample));
    return {
      fit: fitting.length,
      members: fitting.filter((sample) => gatingGroupOf(after, sample)?.id === group.id).length,
      total: samples.length,
      byHand: fitting.filter((sample) => group.samples.includes(sample.id)).length,
    };
  }, [key, id, state]);
  return (
    <p className="group-fits" role="status" data-testid="group-fits">
      {t(draft.kind === 'gating' ? 'fits' : 'fitsViewing', { fit, total, members })} {byHand > 0 && t('byHand', { count: byHand })}
    </p>
  );
}

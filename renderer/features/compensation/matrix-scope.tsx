import { useState } from 'react';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { shownGroup } from '../../store/document.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { setCompensation } from './actions.ts';
import { messages } from './messages.ts';

export interface ChosenScope {
  /** The gating group that a matrix is set for; undefined for all samples. */
  readonly group: string | undefined;
  readonly setForGroup: (forGroup: boolean) => void;
}

/** For the group of the shown sample where that has a matrix of its own, else for all, until a person chooses. */
export function useMatrixScope(): ChosenScope {
  const group = useWindow(shownGroup);
  const [forGroup, setForGroup] = useState(group?.own?.compensation !== undefined);
  return { group: forGroup ? group?.id : undefined, setForGroup };
}

/** For whom a matrix is set: nothing to choose where the shown sample is gated as all are. */
export function MatrixScope({ scope }: { readonly scope: ChosenScope }) {
  const app = useApp();
  const t = useMessages(messages);
  const group = useWindow(shownGroup);
  if (group === undefined) return null;
  return (
    <>
      <Choice
        label={t('matrixFor')}
        value={scope.group === undefined ? 'all' : 'group'}
        options={[
          { id: 'all', label: t('matrixForAll'), testId: 'matrix-for-all' },
          { id: 'group', label: t('matrixForGroup', { group: group.name }), testId: 'matrix-for-group' },
        ]}
        onChange={(chosen) => scope.setForGroup(chosen === 'group')}
      />
      {group.own?.compensation !== undefined && (
        <Button kind="plain" icon="undo" onClick={() => setCompensation(app, null, group.id)} testId="matrix-inherited">
          {t('matrixInherited')}
        </Button>
      )}
    </>
  );
}

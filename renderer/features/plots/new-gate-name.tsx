import { freeName } from '../../../core/exchange/strategy/population-names.ts';
import { joinPath } from '../../../core/gating/strategy/edit-tree.ts';
import { type Frame, toPage } from '../../../core/show/plot/frame.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { useMessages } from '../../messages/language.ts';
import { parentPath } from '../../store/population-path.ts';
import type { GateDraft } from '../../store/state.ts';
import { nameProblem } from '../populations/population-rows.ts';
import { handlesOf } from './gate-editing.ts';
import { messages } from './messages.ts';
import { NameField } from './name-field.tsx';

export interface NewGateNameProps {
  readonly draft: GateDraft;
  readonly tile: Plot;
  readonly frame: Frame;
  readonly analysis: SampleAnalysis | undefined;
  readonly onName: (name: string) => void;
  readonly onDraft: (draft: undefined) => void;
  /** A key has ended it: the focus goes back. */
  readonly onDone: () => void;
}

/** Asks for the name of the gate that was just drawn, at its upper left. */
export function NewGateName({ draft, tile, frame, analysis, onName, onDraft, onDone }: NewGateNameProps) {
  const t = useMessages(messages);
  const populations = analysis?.populations ?? [];
  const siblings = new Set(populations.filter(({ path }) => path !== '' && parentPath(path) === tile.population).map(({ name }) => name));
  const corners = handlesOf(draft.gate, frame).map(({ at }) => toPage(frame, at));
  const { box } = frame;
  const left = Math.min(box.x + box.width - 150, Math.max(box.x + 4, Math.min(...corners.map(([x]) => x))));
  const top = Math.min(box.y + box.height - 32, Math.max(box.y + 4, Math.min(...corners.map(([, y]) => y)) - 30));
  return (
    <NameField
      suggestion={freeName(t('newGate'), siblings)}
      hint={t('newGateFor')}
      left={left}
      top={top}
      problemOf={(name) => {
        const problem = nameProblem(populations, joinPath(tile.population, '?'), name);
        return problem && t(problem);
      }}
      onAccept={onName}
      onDiscard={() => onDraft(undefined)}
      onDone={onDone}
    />
  );
}

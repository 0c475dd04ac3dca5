import './controls-dialog.css';
import { useState } from 'react';
import { declaredCommands } from '../../../core/contract/commands.ts';
import type { ControlGates } from '../../../core/data/compensation/control.ts';
import { controlRemarks, rowSentence } from '../../../core/data/compensation/control-words.ts';
import { recognisedSentences } from '../../../core/data/compensation/recognised-words.ts';
import { formatNumber } from '../../../core/show/plot/number-format.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { useApp } from '../../context/use-app.ts';
import type { ChosenTube } from '../../engine/control-calls.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { setCompensation } from './actions.ts';
import { matrixChoice, withAccepted, withGate } from './control-choice.ts';
import { ControlGatesEditor } from './control-gates.tsx';
import { ControlTable } from './control-table.tsx';
import { MatrixScope, useMatrixScope } from './matrix-scope.tsx';
import { messages } from './messages.ts';
import { ResidualTable } from './residual-table.tsx';
import { type Controls, useControls } from './use-controls.ts';

/** A matrix from single stains: which tube is of which detector, its gates, what the matrix leaves, and what is wrong with any of it. */
export function ControlsDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const title = declaredCommands['compensation.from-controls'].words[language].replace('…', '');
  const controls = useControls();
  const { detectors, tubes, choice, setChoice, result, isCurrent, files } = controls;
  const scope = useMatrixScope();
  const [chosen, setChosen] = useState<string>();
  const [name, setName] = useState<string>();
  const detector = chosen ?? tubes[0]?.detector;
  const place = tubes.findIndex((tube) => tube.detector === detector);
  const matrixName = name ?? t('controlsName', { day: new Date().toISOString().slice(0, 10) });
  const matrix = result && isCurrent ? matrixChoice(matrixName, result, tubes, choice.unstained, files) : undefined;
  return (
    <Dialog label={title} onClose={onClose} testId="controls">
      <div className="compensation-head">
        <h2 className="dialog-title">{title}</h2>
        <CommandButton command="file.open-samples" kind="plain" />
        <Button kind="plain" onClick={controls.recognise} testId="controls-recognise">
          {t('controlsRecognise')}
        </Button>
      </div>
      <div className="controls-body">
        <div>
          <ControlTable controls={controls} detector={detector} onDetector={setChosen} />
          <Said controls={controls} />
        </div>
        {place >= 0 && detector !== undefined && (
          <div className="controls-tube" data-testid="controls-tube">
            <ControlGatesEditor
              key={detector}
              tube={tubes[place]!}
              unstained={choice.unstained}
              gates={gatesOf(tubes[place]!)}
              isPlaced={{ positive: tubes[place]!.gates?.positive !== undefined, negative: tubes[place]!.gates?.negative !== undefined }}
              onGate={(which, range) => setChoice(withGate(choice, detector, which, range))}
            />
            {result && <ResidualTable result={result} detector={detector} isCurrent={isCurrent} />}
          </div>
        )}
      </div>
      <div className="controls-end">
        <span className="quiet small" role="status" data-testid="controls-state">
          {stateText()}
        </span>
        <MatrixScope scope={scope} />
        <DraftInput value={matrixName} onCommit={setName} label={t('controlsNameLabel')} problemOf={problemOfName} testId="controls-name" />
        <Button
          kind="primary"
          disabled={matrix === undefined}
          onClick={() => {
            if (matrix !== undefined && setCompensation(app, matrix, scope.group)) setView(app.store, { dialog: 'compensation' });
          }}
          testId="controls-use"
        >
          {t('controlsUse')}
        </Button>
        <CloseAction onClose={onClose} />
      </div>
    </Dialog>
  );

  /** As they are placed, else as they were found. */
  function gatesOf(tube: ChosenTube): ControlGates {
    const found = result?.gates[result.detectors.indexOf(tube.detector)];
    return { positive: tube.gates?.positive ?? found?.positive, negative: tube.gates?.negative ?? found?.negative };
  }
  function stateText(): string {
    if (controls.found === undefined && controls.problem === undefined) return t('controlsLooking');
    if (tubes.length < 2) return t('controlsFew', { count: detectors.length });
    if (controls.problem !== undefined) return '';
    if (result === undefined || !isCurrent) return t('controlsComputing');
    const condition = t('matrixCondition', { number: formatNumber(result.conditionNumber) });
    return result.isWhole ? condition : t('controlsNotWhole');
  }
  function problemOfName(text: string): string | undefined {
    return text.trim() === '' || text.length > 200 ? t('controlsNameProblem') : undefined;
  }
}

/** Everything that a person should read before the matrix is used; a row that is held back can be taken as it is. */
function Said({ controls: { problem, found, result, isCurrent, tubes, choice, setChoice, files } }: { readonly controls: Controls }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const nameOf = (id: string) => files.find((file) => file.id === id)?.name ?? '';
  const fileOf = (detector: string) => tubes.find((tube) => tube.detector === detector)?.file ?? '';
  return (
    <ul className="controls-said" data-testid="controls-said">
      {problem && (
        <li role="alert" data-code={problem.code}>
          {problem.in(language)}
        </li>
      )}
      {found &&
        recognisedSentences(found, nameOf, language).map(({ code, text }) => (
          <li key={text} className="quiet" data-code={code}>
            {text}
          </li>
        ))}
      {result?.rows.map((row) => (
        <li key={row.detector} className="controls-row" data-code={row.code}>
          {rowSentence(row, result.detectors, fileOf, language)}
          <label>
            <input
              type="checkbox"
              checked={choice.accepted.has(row.detector)}
              onChange={({ target }) => setChoice(withAccepted(choice, row.detector, target.checked))}
              data-testid={`controls-accept-${row.detector}`}
            />
            {t(row.state === 'held' ? 'controlsAcceptHeld' : 'controlsAcceptEmpty')}
          </label>
        </li>
      ))}
      {result &&
        isCurrent &&
        controlRemarks(result, language).map(({ code, text }) => (
          <li key={text} className="quiet" data-code={code}>
            {text}
          </li>
        ))}
    </ul>
  );
}

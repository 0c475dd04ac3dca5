import { formatCount } from '../../../core/show/plot/number-format.ts';
import { useMessages } from '../../messages/language.ts';
import { Light } from '../../ui/light.tsx';
import { Select } from '../../ui/select.tsx';
import { withTube, withUnstained } from './control-choice.ts';
import { messages } from './messages.ts';
import type { Controls } from './use-controls.ts';

interface ControlTableProps {
  readonly controls: Controls;
  /** Whose gates are shown. */
  readonly detector: string | undefined;
  readonly onDetector: (detector: string) => void;
}

/** Detector by detector its tube, how many of its events are positive, and whether its row can be relied on. */
export function ControlTable({ controls, detector: shown, onDetector }: ControlTableProps) {
  const t = useMessages(messages);
  const { files, detectors, choice, setChoice, result, isCurrent, found } = controls;
  const options = [{ id: '', label: t('controlsNone') }, ...files.map(({ id, name }) => ({ id, label: name }))];
  const lightOf = (detector: string) => {
    const row = result?.rows.find((one) => one.detector === detector);
    if (row !== undefined) return row.isAccepted ? 'amber' : 'red';
    return result?.warnings.some(({ control }) => control === detector) === true ? 'amber' : 'green';
  };
  return (
    <div className="controls-tubes">
      <table>
        <thead>
          <tr>
            <th>{t('controlsDetector')}</th>
            <th>{t('controlsTube')}</th>
            <th className="controls-number">{t('controlsPositives')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{t('controlsUnstained')}</td>
            <td>
              <Select
                label={t('controlsUnstained')}
                value={choice.unstained ?? ''}
                options={options}
                onChange={(id) => setChoice(withUnstained(choice, id === '' ? undefined : id))}
                testId="controls-unstained"
              />
            </td>
            <td />
            <td />
          </tr>
          {detectors.map((detector) => {
            const tube = choice.tubes.get(detector);
            const at = result?.detectors.indexOf(detector) ?? -1;
            const by = found?.tubes.find((one) => one.detector === detector && one.id === tube?.key)?.by;
            return (
              <tr key={detector} aria-current={detector === shown} data-testid={`controls-tube-${detector}`}>
                <td>
                  <button type="button" className="link" disabled={tube === undefined} onClick={() => onDetector(detector)}>
                    {detector}
                  </button>
                </td>
                <td>
                  <Select
                    label={t('controlsTubeOf', { detector })}
                    value={tube?.key ?? ''}
                    options={options}
                    onChange={(id) => {
                      setChoice(withTube(choice, detector, id === '' ? undefined : id));
                      if (id !== '') onDetector(detector);
                    }}
                    testId={`controls-select-${detector}`}
                  />
                  {by === 'light' && <span className="quiet small controls-by">{t('controlsByLight')}</span>}
                </td>
                <td className={isCurrent ? 'controls-number' : 'controls-number stale'} data-testid={`controls-positives-${detector}`}>
                  {at >= 0 && formatCount(result!.positives[at]!)}
                </td>
                <td>{at >= 0 && isCurrent && <Light light={lightOf(detector)} bare />}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

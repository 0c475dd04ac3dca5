import type { ReactNode } from 'react';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { runCommand } from '../../commands/run-command.ts';
import { useCommands } from '../../commands/use-commands.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { maximisedPlot } from '../../store/arrangement.ts';
import { classes } from '../../ui/classes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { useTabStop } from '../../ui/tab-stop.ts';
import { messages } from './messages.ts';

export interface PlotHeadProps {
  readonly tile: Plot;
  readonly name: string;
  readonly onSelect: (path: string) => void;
  /** Events that it shows; undefined before they are known. */
  readonly count: number | undefined;
  /** The first events of the file alone. */
  readonly first: number | undefined;
  readonly stale: boolean;
  readonly onClose: () => void;
  /** What else is to be said of its events. */
  readonly children?: ReactNode;
}

const actions = [
  'plot.duplicate',
  'plot.earlier',
  'plot.later',
  'plot.wider',
  'plot.narrower',
  'plot.taller',
  'plot.flatter',
  'plot.overlays',
  'plot.colour-populations',
  'file.export-figure',
  'edit.copy-figure',
] as const;

/** Whose events a plot shows, how many, and what can be done with it. It is moved by dragging this line. */
export function PlotHead({ tile, name, onSelect, count, first, stale, onClose, children }: PlotHeadProps) {
  const app = useApp();
  const stop = useTabStop();
  const t = useMessages(messages);
  const isMaximised = useWindow((state) => maximisedPlot(state)?.id === tile.id);
  const [maximise] = useCommands(['plot.maximise']);
  const menu = useCommands(actions);
  return (
    <header className="tile-head">
      <button
        {...stop}
        type="button"
        className="tile-name one-line"
        title={tile.population.replaceAll('/', ' › ')}
        onClick={() => onSelect(tile.population)}
      >
        {name}
      </button>
      {count !== undefined && (
        <span className={classes('tile-count', stale && 'stale')} data-testid="tile-count">
          {first === undefined ? formatCount(count) : t('firstEvents', { count: formatCount(first) })}
        </span>
      )}
      {children}
      <span className="tile-actions">
        <MenuButton
          icon="more"
          label={t('plotActions')}
          items={menu.map(({ id, label, key }) => ({
            id,
            label,
            hint: key,
            lined: ['plot.earlier', 'plot.wider', 'plot.overlays', 'file.export-figure'].includes(id),
          }))}
          onPick={(id) => void runCommand(app, id)}
          testId="plot-menu"
        />
        {maximise && (
          <IconButton
            icon={isMaximised ? 'restore' : 'maximise'}
            label={maximise.label}
            shortcut={maximise.key}
            pressed={isMaximised}
            onClick={() => void runCommand(app, 'plot.maximise')}
            testId="maximise-tile"
          />
        )}
        <IconButton icon="close" label={t('closePlot')} onClick={onClose} testId="close-tile" />
      </span>
    </header>
  );
}

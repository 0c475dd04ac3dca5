import { usualHistogram } from '../../../core/show/plot/histogram-curve.ts';
import { type HistogramScale, histogramScales } from '../../../core/study/arrangement/plot.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { tilesOf } from '../../store/selectors.ts';
import type { PlotId } from '../../store/state.ts';
import type { Anchor } from '../../ui/anchor.ts';
import { Choice } from '../../ui/choice.tsx';
import { Popover } from '../../ui/popover.tsx';
import { changeTile } from './actions.ts';
import { type MessageKey, messages } from './messages.ts';

const scaleWords: { readonly [S in HistogramScale]: MessageKey } = {
  count: 'histogramCount',
  modal: 'histogramModal',
  area: 'histogramArea',
};

interface HistogramMenuProps {
  readonly tile: PlotId;
  readonly anchor: Anchor;
  readonly onClose: () => void;
}

/** What stands upwards on a histogram: events, percent of the maximum, or unit area; smoothed or as counted. */
export function HistogramMenu({ tile, anchor, onClose }: HistogramMenuProps) {
  const app = useApp();
  const t = useMessages(messages);
  const look = useWindow((state) => tilesOf(state).find(({ id }) => id === tile)?.histogram) ?? usualHistogram;
  return (
    <Popover anchor={anchor} label={t('histogramAxis')} onClose={onClose} testId="histogram-menu">
      <div className="scale-editor">
        <Choice
          label={t('histogramAxis')}
          value={look.y}
          options={histogramScales.map((y) => ({ id: y, label: t(scaleWords[y]), testId: `histogram-${y}` }))}
          onChange={(y) => changeTile(app, tile, { histogram: { ...look, y } })}
        />
        <Choice
          label={t('smoothing')}
          value={look.isSmoothed ? 'smoothed' : 'counted'}
          options={[
            { id: 'smoothed', label: t('smoothed'), testId: 'histogram-smoothed' },
            { id: 'counted', label: t('asCounted'), testId: 'histogram-counted' },
          ]}
          onChange={(id) => changeTile(app, tile, { histogram: { ...look, isSmoothed: id === 'smoothed' } })}
        />
      </div>
    </Popover>
  );
}

import { type Plot, showsSame } from '../../../core/study/arrangement/plot.ts';
import './plots.css';
import { memo, useContext, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { hiddenEvents } from '../../../core/show/plot/hidden-events.ts';
import type { PlotLayer } from '../../../core/show/plot/layers.ts';
import type { PlotAxis } from '../../../core/statistics/histograms/plot-data.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { useMessages } from '../../messages/language.ts';
import { useTitleOf } from '../../messages/population-titles.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import type { GateDraft, Picture } from '../../store/state.ts';
import type { ToolName } from '../../store/tools.ts';
import { Axis } from '../../ui/charts/axis.tsx';
import { frameOfTile } from '../../ui/charts/tile-frame.ts';
import type { LikedColours } from '../../ui/charts/use-colours.ts';
import { classes } from '../../ui/classes.ts';
import type { Size } from '../../ui/size.ts';
import { TabStops } from '../../ui/tab-stop.ts';
import { AxisStrip, type AxisStripProps } from './axis-strip.tsx';
import { CursorLayer } from './cursor-layer.tsx';
import { DraftOutline, GateLayer, type GateLayerProps, SketchLayer } from './gate-layer.tsx';
import { HistogramName } from './histogram-name.tsx';
import { HistogramShape } from './histogram-shape.tsx';
import { messages } from './messages.ts';
import { NewGateName } from './new-gate-name.tsx';
import { OffScale } from './off-scale.tsx';
import { EventLines, EventPixels } from './plot-events.tsx';
import { PlotHead } from './plot-head.tsx';
import { PlotLayers, PlotLegend } from './plot-layers.tsx';
import { PlotVoice } from './plot-voice.tsx';
import { hasCorners } from './sketch.ts';
import { gatesOfTile } from './tile-gates.ts';
import { type GateEditActions, useGateEditing } from './use-gate-editing.ts';

export interface PlotTileProps extends GateEditActions, Pick<GateLayerProps, 'looks' | 'labels' | 'onLabel'> {
  readonly tile: Plot;
  readonly picture: Picture | undefined;
  readonly analysis: SampleAnalysis | undefined;
  readonly stale: boolean;
  readonly selected: string;
  readonly tool: ToolName;
  readonly draft: GateDraft | undefined;
  /** Their numbers follow a held gate. */
  readonly populations: readonly LivePopulation[];
  /** Events that a parent needs for its percentages to be shown. */
  readonly minimumEvents: number;
  /** How a person likes the events drawn; the same object as long as it is the same. */
  readonly look: LikedColours;
  /** Drawn over its events. */
  readonly layers: readonly PlotLayer[];
  readonly active: boolean;
  readonly onActivate: () => void;
  readonly onClose: () => void;
  readonly onAxis: AxisStripProps['onAxis'];
  readonly onRange: AxisStripProps['onRange'];
  readonly onName: (name: string) => void;
}

const noSize: Size = { width: 0, height: 0 };
const unit: Pick<PlotAxis, 'min' | 'max'> = { min: 0, max: 1 };
const nothingHidden = (): number => 0;

/** One plot: its population, the events, axes whose names are menus, and the gates on it. */
export const PlotTile = memo(function PlotTile(props: PlotTileProps) {
  const { tile, picture, analysis, stale, selected, tool, look, layers, active } = props;
  const t = useMessages(messages);
  const isStop = useContext(TabStops);
  const body = useRef<HTMLDivElement>(null);
  const surface = useRef<SVGSVGElement>(null);
  const size = useSize(body);
  const { density, histogram } = picture ?? {};
  const isHistogram = histogram !== undefined;
  const xAxis = density?.x ?? histogram?.x;
  const yAxis = density?.y;
  const hasLegend = layers.length > 0 || density?.third !== undefined;
  const frame = useMemo(
    () => (xAxis && size.width > 0 ? frameOfTile(size, xAxis, yAxis ?? unit, hasLegend) : undefined),
    [size, xAxis, yAxis, hasLegend],
  );
  const ownDraft = props.draft?.naming === true && props.draft.tile !== tile.id ? undefined : props.draft;
  const { populations, minimumEvents } = props;
  const live = useMemo(() => new Map(populations.map((population) => [population.path, population])), [populations]);
  const gates = useMemo(
    () => (analysis && picture ? gatesOfTile(analysis, picture, ownDraft, { live, minimumEvents }) : []),
    [analysis, picture, ownDraft, live, minimumEvents],
  );
  const hidden = useMemo(
    () => (density && frame ? hiddenEvents(density.density, density.bins, frame.box) : nothingHidden),
    [density, frame],
  );
  const { sketch, chosen, handle, cursor, isByKeys, handlers } = useGateEditing({ ...props, surface, frame, gates });
  const titleOf = useTitleOf();
  const name = tile.population === '' ? t('allEvents') : titleOf(tile.population);
  const shownCount = density?.count ?? histogram?.count;
  const isEmpty = picture !== undefined && density === undefined && histogram === undefined;
  const outdated = stale || (picture !== undefined && !showsSame(picture.tile, tile));
  return (
    <section
      className={classes('tile', active && 'is-active')}
      aria-label={`${name} ${tile.x} × ${tile.y}`}
      onPointerDownCapture={props.onActivate}
      onFocusCapture={props.onActivate}
      data-testid={`tile-${tile.population}-${tile.x}-${tile.y}`}
      data-ready={picture !== undefined && picture.first === undefined && !outdated}
    >
      <PlotHead
        tile={tile}
        name={name}
        onSelect={props.onSelect}
        count={shownCount}
        first={picture?.first}
        stale={outdated}
        onClose={props.onClose}
      >
        <OffScale counts={density?.density ?? histogram?.counts} />
      </PlotHead>
      <div ref={body} className={classes('tile-body', outdated && 'stale')}>
        {frame && density && picture && (
          <EventPixels plot={density} tile={picture.tile} frame={frame} look={look} outliers={tile.outliers} />
        )}
        {frame && xAxis && (
          <>
            <svg
              ref={surface}
              className={classes('tile-surface', tool !== 'select' && 'is-drawing')}
              width={size.width}
              height={size.height}
              role="application"
              aria-label={`${name} ${tile.x} × ${tile.y}`}
              aria-description={t('plotKeys')}
              tabIndex={isStop ? 0 : -1}
              data-part-start={isStop}
              {...handlers}
              data-testid="surface"
            >
              {density && picture && <EventLines plot={density} tile={picture.tile} frame={frame} look={look} />}
              {histogram && <HistogramShape histogram={histogram} tile={tile} frame={frame} layers={layers} />}
              <PlotLayers layers={layers} tile={tile} frame={frame} />
              <rect className="tile-frame" x={frame.box.x} y={frame.box.y} width={frame.box.width} height={frame.box.height} />
              <Axis side="bottom" frame={frame} transform={xAxis.channel.transform} />
              {yAxis && <Axis side="left" frame={frame} transform={yAxis.channel.transform} />}
              <GateLayer
                gates={gates}
                frame={frame}
                chosen={chosen}
                selected={selected}
                handle={handle}
                isHistogram={isHistogram}
                hidden={hidden}
                looks={props.looks}
                labels={props.labels}
                onLabel={props.onLabel}
              />
              <PlotLegend layers={layers} plot={density} frame={frame} width={size.width} look={look} hidden={hidden} />
              {ownDraft?.naming && <DraftOutline draft={ownDraft} isHistogram={isHistogram} frame={frame} />}
              {sketch && <SketchLayer sketch={sketch} frame={frame} />}
              {cursor && <CursorLayer cursor={cursor} frame={frame} isHistogram={isHistogram} />}
            </svg>
            <PlotVoice
              cursor={cursor}
              sketch={sketch}
              chosen={isByKeys ? chosen : undefined}
              handle={handle}
              selected={selected}
              frame={frame}
              x={xAxis}
              y={yAxis}
            />
            <AxisStrip side="x" axis={xAxis} frame={frame.box} onAxis={props.onAxis} onRange={props.onRange} />
            {yAxis && <AxisStrip side="y" axis={yAxis} frame={frame.box} onAxis={props.onAxis} onRange={props.onRange} />}
            {histogram && <HistogramName tile={tile} frame={frame.box} onAxis={props.onAxis} />}
            {ownDraft?.naming && (
              <NewGateName
                draft={ownDraft}
                tile={tile}
                frame={frame}
                analysis={analysis}
                onName={props.onName}
                onDraft={props.onDraft}
                onDone={() => surface.current?.focus()}
              />
            )}
            {hasCorners(sketch) && cursor === undefined && <p className="tile-hint">{t('polygonHint')}</p>}
          </>
        )}
        {isEmpty && <p className="panel-none">{t('notInSample')}</p>}
      </div>
    </section>
  );
});

function useSize(element: React.RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(noSize);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const observer = new ResizeObserver(() => setSize({ width: measured.clientWidth, height: measured.clientHeight }));
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return size;
}

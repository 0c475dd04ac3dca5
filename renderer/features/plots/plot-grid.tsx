import { useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { populationCount } from '../../../core/gating/gates/gates.ts';
import { cellsOf } from '../../../core/study/arrangement/arrange.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { activePlot, maximisedPlot } from '../../store/arrangement.ts';
import { shownProtocol } from '../../store/document.ts';
import { livePopulations } from '../../store/live-populations.ts';
import { labelsOf, setLook } from '../../store/looks.ts';
import { shownLayers } from '../../store/overlays.ts';
import { draftOn, isOldPicture, isStale, selectedResult, shownAnalysis, shownPicture, tilesOf } from '../../store/selectors.ts';
import { setView } from '../../store/store.ts';
import { classes } from '../../ui/classes.ts';
import { TabStops } from '../../ui/tab-stop.ts';
import { useWidth } from '../../ui/use-width.ts';
import { addGate, openPopulation, placing, removeGateAt } from '../populations/actions.ts';
import { closeTile } from './actions.ts';
import { setRange } from './axis-actions.ts';
import { type AxisMenu, AxisPopover } from './axis-popover.tsx';
import type { AxisStripProps } from './axis-strip.tsx';
import { PlotCell } from './plot-cell.tsx';
import { PlotTile, type PlotTileProps } from './plot-tile.tsx';
import type { GateEditActions } from './use-gate-editing.ts';
import { usePlotMoving } from './use-plot-moving.ts';

/** Of a plot, CSS pixels: as many stand side by side as have so much. */
const LEAST_WIDTH = 330;

export function PlotGrid() {
  const tiles = useWindow(tilesOf);
  const stop = useWindow((state) => activePlot(state)?.id);
  const [menu, setMenu] = useState<AxisMenu>();
  const closeMenu = useCallback(() => setMenu(undefined), []);
  const maximised = useWindow(maximisedPlot);
  const grid = useRef<HTMLDivElement>(null);
  const width = useWidth(grid);
  const moving = usePlotMoving();
  const shown = maximised === undefined ? tiles : [maximised];
  const wanted = maximised === undefined ? shown.reduce((sum, tile) => sum + cellsOf(tile).columns, 0) : 1;
  const columns = Math.max(1, Math.min(Math.floor(width / LEAST_WIDTH), wanted));
  return (
    <div
      ref={grid}
      className={classes('plot-grid', maximised !== undefined && 'is-maximised')}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      data-testid="plots"
    >
      {shown.map((tile) => (
        <PlotCell key={tile.id} tile={tile} columns={columns} moving={moving}>
          <TabStops value={tile.id === (maximised?.id ?? stop)}>
            <GridTile tile={tile} onAxis={(side, what, anchor) => setMenu({ tile: tile.id, side, what, anchor })} />
          </TabStops>
        </PlotCell>
      ))}
      {menu && <AxisPopover key={`${menu.tile} ${menu.side} ${menu.what}`} menu={menu} onClose={closeMenu} />}
    </div>
  );
}

function GridTile({ tile, onAxis }: { readonly tile: Plot; readonly onAxis: AxisStripProps['onAxis'] }) {
  const app = useApp();
  const { store } = app;
  const picture = useWindow((state) => shownPicture(state, tile.id));
  const analysis = useWindow(shownAnalysis);
  const stale = useWindow((state) => isStale(state, selectedResult(state)) || isOldPicture(state, picture));
  const look = useWindow(({ view }) => ({ ramp: view.ramp, theme: view.theme, scaling: view.scaling }));
  const { population, tool, activeTile } = useWindow(({ view }) => ({
    population: view.population,
    tool: view.tool,
    activeTile: view.activeTile,
  }));
  const layers = useWindow((state) => shownLayers(state, tile.id, tile, picture));
  const draft = useWindow((state) => draftOn(state, tile));
  const minimumEvents = useWindow((state) => shownProtocol(state).statistics.minimumEvents);
  const populations = useStore(store, livePopulations);
  const { looks, labels } = useWindow((state) => ({ looks: state.session.arrangement.looks, labels: labelsOf(state) }));
  const actions = useMemo(
    (): GateEditActions & {
      onLabel: PlotTileProps['onLabel'];
      onName: (name: string) => void;
      onActivate: () => void;
      onClose: () => void;
      onRange: AxisStripProps['onRange'];
    } => ({
      onSelect: (path) => setView(store, { population: path, tab: 'gate' }),
      onOpen: (path) => openPopulation(app, path),
      onRemove: (path) => removeGateAt(app, path),
      onLabel(path, gate, part, label) {
        setView(store, { population: path, tab: 'gate' });
        if (label !== undefined) setLook(store, { gate, part }, { label });
      },
      onHold: (held) => setView(store, { held }),
      onDraft: (next) => setView(store, { draft: next }),
      onDrawn(next) {
        // several populations name themselves
        if (populationCount(next.gate) > 1) addGate(app, next, tile.population, '');
        else setView(store, { draft: { ...next, naming: true } });
      },
      onPlacing(next, path, own) {
        const place = placing(app, next, path, own);
        return () => {
          if (!place()) setView(store, { draft: undefined });
        };
      },
      sample: () => store.getState().view.selected,
      onTool: (next) => setView(store, { tool: next }),
      onName(name) {
        const { draft: drawn } = store.getState().view;
        if (drawn !== undefined) addGate(app, drawn, tile.population, name);
      },
      onActivate: () => {
        if (store.getState().view.activeTile !== tile.id) setView(store, { activeTile: tile.id });
      },
      onClose: () => closeTile(app, tile.id),
      onRange: (side, span) => setRange(app, tile.id, side, span),
    }),
    [app, store, tile],
  );
  return (
    <PlotTile
      tile={tile}
      picture={picture}
      analysis={analysis}
      stale={stale}
      selected={population}
      tool={tool}
      draft={draft}
      populations={populations}
      looks={looks}
      labels={labels}
      minimumEvents={minimumEvents}
      look={look}
      layers={layers}
      active={activeTile === tile.id}
      onAxis={onAxis}
      {...actions}
    />
  );
}

import { useCallback, useMemo, useState } from 'react';
import type { Transform } from '../../../core/data/transforms/transforms.ts';
import { populationCount } from '../../../core/gating/gates/gates.ts';
import type { Plot } from '../../../core/study/arrangement/plot.ts';
import { edit } from '../../context/edit.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import {
  axisChannels,
  draftOn,
  isOldPicture,
  isStale,
  selectedResult,
  shownAnalysis,
  shownPicture,
  tilesOf,
} from '../../store/selectors.ts';
import type { PlotId } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import type { Anchor } from '../../ui/anchor.ts';
import { addGate, openPopulation, placeGate, removeGateAt } from '../populations/actions.ts';
import { changeTile, closeTile } from './actions.ts';
import { ChannelMenu } from './channel-menu.tsx';
import { PlotTile } from './plot-tile.tsx';
import type { GateEditActions } from './use-gate-editing.ts';

interface AxisMenu {
  readonly tile: PlotId;
  readonly side: 'x' | 'y';
  readonly anchor: Anchor;
}

export function PlotGrid() {
  const app = useApp();
  const tiles = useWindow(tilesOf);
  const [menu, setMenu] = useState<AxisMenu>();
  const closeMenu = useCallback(() => setMenu(undefined), []);
  return (
    <div className="plot-grid" data-testid="plots">
      {tiles.map((tile) => (
        <GridTile key={tile.id} tile={tile} onAxis={(side, anchor) => setMenu({ tile: tile.id, side, anchor })} />
      ))}
      {menu && <AxisChooser menu={menu} onPick={(id) => changeTile(app, menu.tile, { [menu.side]: id })} onClose={closeMenu} />}
    </div>
  );
}

function GridTile({ tile, onAxis }: { readonly tile: Plot; readonly onAxis: (side: 'x' | 'y', anchor: Anchor) => void }) {
  const app = useApp();
  const { store } = app;
  const picture = useWindow((state) => shownPicture(state, tile.id));
  const analysis = useWindow(shownAnalysis);
  const stale = useWindow((state) => isStale(state, selectedResult(state)) || isOldPicture(state, picture));
  const { population, tool, ramp, theme, activeTile } = useWindow(({ view }) => ({
    population: view.population,
    tool: view.tool,
    ramp: view.ramp,
    theme: view.theme,
    activeTile: view.activeTile,
  }));
  const draft = useWindow((state) => draftOn(state, tile));
  const minimumEvents = useWindow(({ session }) => session.history.present.protocol.statistics.minimumEvents);
  const counts = useWindow(({ results }) => results.drafted?.counts);
  const actions = useMemo(
    (): GateEditActions & { onName: (name: string) => void; onActivate: () => void; onClose: () => void } => ({
      onSelect: (path) => setView(store, { population: path, tab: 'gate' }),
      onOpen: (path) => openPopulation(app, path),
      onRemove: (path) => removeGateAt(app, path),
      onHold: (held) => setView(store, { held }),
      onDraft: (next) => setView(store, { draft: next }),
      onDrawn(next) {
        // several populations name themselves
        if (populationCount(next.gate) > 1) addGate(app, next, tile.population, '');
        else setView(store, { draft: { ...next, naming: true } });
      },
      onPlace: (next, path, own) => {
        if (!placeGate(app, next, path, own)) setView(store, { draft: undefined });
      },
      onTool: (next) => setView(store, { tool: next }),
      onName(name) {
        const { draft: drawn } = store.getState().view;
        if (drawn !== undefined) addGate(app, drawn, tile.population, name);
      },
      onActivate: () => {
        if (store.getState().view.activeTile !== tile.id) setView(store, { activeTile: tile.id });
      },
      onClose: () => closeTile(app, tile.id),
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
      draftCounts={counts}
      minimumEvents={minimumEvents}
      ramp={ramp}
      theme={theme}
      active={activeTile === tile.id}
      onAxis={onAxis}
      {...actions}
    />
  );
}

function AxisChooser({
  menu,
  onPick,
  onClose,
}: {
  readonly menu: AxisMenu;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
}) {
  const app = useApp();
  const value = useWindow((state) => tilesOf(state).find(({ id }) => id === menu.tile)?.[menu.side]);
  const picture = useWindow(({ results }) => results.pictures.get(menu.tile));
  const tried = useWindow(({ view }) => view.scaleDraft?.transform);
  const fixed = useWindow(({ session }) => (value === undefined ? undefined : session.history.present.protocol.transforms[value]));
  const analysis = useWindow(shownAnalysis);
  const facts = useWindow((state) => selectedResult(state)?.facts);
  const channels = useMemo(() => axisChannels(analysis, facts), [analysis, facts]);
  const shown = menu.side === 'x' ? (picture?.density?.x ?? picture?.histogram?.x) : picture?.density?.y;
  const transform = tried ?? shown?.channel.transform;
  const close = useCallback(() => {
    setView(app.store, { scaleDraft: undefined });
    onClose();
  }, [app, onClose]);
  const scale = value !== undefined &&
    transform && {
      transform,
      isFixed: fixed !== undefined,
      onTry: (next: Transform) => setView(app.store, { scaleDraft: { entry: value, transform: next } }),
      onApply: (next: Transform | null) => {
        edit(app, { type: 'transform/set', entry: value, transform: next });
        close();
      },
    };
  return <ChannelMenu anchor={menu.anchor} channels={channels} value={value} onPick={onPick} onClose={close} scale={scale || undefined} />;
}

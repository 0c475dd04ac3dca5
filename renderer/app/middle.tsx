import { Group, Panel, type PanelImperativeHandle, usePanelRef } from 'react-resizable-panels';
import { useApp, useWindow } from '../context/use-app.ts';
import { useMessages } from '../messages/language.ts';
import { type Side, setPanels } from '../store/arrangement.ts';
import type { CentreName } from '../store/state.ts';
import { PanelEdge } from '../ui/split-panel.tsx';
import { Centre } from './centre.tsx';
import { LeftSide } from './left-side.tsx';
import { messages } from './messages.ts';
import { RightSide } from './right-side.tsx';

const wide: ReadonlySet<CentreName> = new Set(['archive', 'review', 'residual', 'killing', 'lots', 'course']);

/** Samples and populations, plots, what is selected: side by side, as wide as a person made them. Archive, review and residual cells have the whole width. */
export function Middle() {
  const { store } = useApp();
  const t = useMessages(messages);
  const isWide = useWindow(({ view }) => wide.has(view.centre));
  const [left, right] = [usePanelRef(), usePanelRef()];
  const keep = () => {
    const known = store.getState().session.arrangement.panels;
    const sideOf = (side: Side, panel: PanelImperativeHandle | null) => {
      if (panel === null) return {};
      const width = panel.isCollapsed() ? known?.[side]?.width : Math.round(panel.getSize().inPixels);
      return { [side]: { ...(width === undefined ? {} : { width }), ...(panel.isCollapsed() ? { folded: true as const } : {}) } };
    };
    setPanels(store, { ...sideOf('left', left.current), ...sideOf('right', right.current) });
  };
  return (
    <main className="window-middle">
      {/* a group knows its panels from its first layout on: one with other panels is another group */}
      <Group key={isWide ? 'wide' : 'session'} onLayoutChanged={(_layout, { isUserInteraction }) => isUserInteraction && keep()}>
        {!isWide && <LeftSide panel={left} />}
        {!isWide && <PanelEdge label={t('leftEdge')} testId="edge-left" />}
        <Panel id="centre" className="centre-panel" style={{ overflow: 'hidden' }} minSize={300}>
          <Centre />
        </Panel>
        {!isWide && <PanelEdge label={t('rightEdge')} testId="edge-right" />}
        {!isWide && <RightSide panel={right} />}
      </Group>
    </main>
  );
}

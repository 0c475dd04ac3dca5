import { useCallback, useMemo, useState } from 'react';
import type { Transform } from '../../../core/data/transforms/transforms.ts';
import type { Span } from '../../../core/statistics/histograms/axis-range.ts';
import { edit } from '../../context/edit.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { shownGroup, shownProtocol } from '../../store/document.ts';
import { axisChannels, selectedResult, shownAnalysis, tilesOf } from '../../store/selectors.ts';
import type { PlotId } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import type { Anchor } from '../../ui/anchor.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { Popover } from '../../ui/popover.tsx';
import { changeTile } from './actions.ts';
import { setChannelRange, setRange } from './axis-actions.ts';
import { shownSpan } from './axis-zoom.ts';
import { ChannelMenu } from './channel-menu.tsx';
import { HistogramMenu } from './histogram-menu.tsx';
import { messages } from './messages.ts';
import { RangeEditor } from './range-editor.tsx';
import { ScaleEditor } from './scale-editor.tsx';

/** Which channel an axis shows, on which scale and how much of it, or what stands upwards on a histogram. */
export type AxisPart = 'channel' | 'scale' | 'histogram';

export interface AxisMenu {
  readonly tile: PlotId;
  readonly side: 'x' | 'y';
  readonly what: AxisPart;
  readonly anchor: Anchor;
}

interface AxisPopoverProps {
  readonly menu: AxisMenu;
  readonly onClose: () => void;
}

/** What was opened at an axis. */
export function AxisPopover(props: AxisPopoverProps) {
  const { tile, anchor, what } = props.menu;
  if (what === 'histogram') return <HistogramMenu tile={tile} anchor={anchor} onClose={props.onClose} />;
  return what === 'channel' ? <Channels {...props} /> : <Scale {...props} />;
}

function Channels({ menu: { tile, side, anchor }, onClose }: AxisPopoverProps) {
  const app = useApp();
  const value = useWindow((state) => tilesOf(state).find(({ id }) => id === tile)?.[side]);
  const analysis = useWindow(shownAnalysis);
  const facts = useWindow((state) => selectedResult(state)?.facts);
  const channels = useMemo(() => axisChannels(analysis, facts), [analysis, facts]);
  return (
    <ChannelMenu
      anchor={anchor}
      channels={channels}
      value={value}
      onPick={(id) => {
        // the range was that of the channel before
        setRange(app, tile, side, undefined);
        changeTile(app, tile, { [side]: id });
      }}
      onClose={onClose}
    />
  );
}

function Scale({ menu: { tile, side, anchor }, onClose }: AxisPopoverProps) {
  const app = useApp();
  const t = useMessages(messages);
  const plot = useWindow((state) => tilesOf(state).find(({ id }) => id === tile));
  const picture = useWindow(({ results }) => results.pictures.get(tile));
  const tried = useWindow(({ view }) => view.scaleDraft?.transform);
  const channel = plot?.[side];
  const fixed = useWindow((state) => (channel === undefined ? undefined : shownProtocol(state).transforms[channel]));
  const group = useWindow(shownGroup);
  const isOfGroup = channel !== undefined && Object.hasOwn(group?.own?.transforms ?? {}, channel);
  const [forGroup, setForGroup] = useState(isOfGroup);
  const scope = forGroup && group !== undefined ? { scope: { group: group.id } } : {};
  const axis = side === 'x' ? (picture?.density?.x ?? picture?.histogram?.x) : picture?.density?.y;
  const close = useCallback(() => {
    setView(app.store, { scaleDraft: undefined });
    onClose();
  }, [app, onClose]);
  if (channel === undefined || axis === undefined) return null;
  return (
    <Popover anchor={anchor} label={t('scaleAndRange')} onClose={close} testId="axis-popover">
      <div className="channel-menu">
        <RangeEditor
          shown={plot?.range?.[side] ?? shownSpan(axis)}
          isChosen={plot?.range?.[side] !== undefined}
          onRange={(span: Span | undefined) => setRange(app, tile, side, span)}
          onEverywhere={(span) => setChannelRange(app, channel, span)}
        />
        {group !== undefined && (
          <Choice
            label={t('scaleFor')}
            value={forGroup ? 'group' : 'all'}
            options={[
              { id: 'all', label: t('scaleForAll'), testId: 'scale-for-all' },
              { id: 'group', label: t('scaleForGroup', { group: group.name }), testId: 'scale-for-group' },
            ]}
            onChange={(chosen) => setForGroup(chosen === 'group')}
          />
        )}
        {isOfGroup && (
          <Button
            icon="undo"
            onClick={() => {
              edit(app, { type: 'transform/set', entry: channel, transform: 'inherited', scope: { group: group?.id ?? '' } });
              close();
            }}
            testId="scale-inherited"
          >
            {t('scaleInherited')}
          </Button>
        )}
        <ScaleEditor
          transform={tried ?? axis.channel.transform}
          isFixed={fixed !== undefined}
          group={forGroup ? group?.name : undefined}
          onTry={(next: Transform) => setView(app.store, { scaleDraft: { entry: channel, transform: next, group: scope.scope?.group } })}
          onApply={(next: Transform | null) => {
            edit(app, { type: 'transform/set', entry: channel, transform: next, ...scope });
            close();
          }}
        />
      </div>
    </Popover>
  );
}

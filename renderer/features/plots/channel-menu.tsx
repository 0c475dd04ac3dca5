import './channel-menu.css';
import { type KeyboardEvent, useState } from 'react';
import { useMessages } from '../../messages/language.ts';
import { channelTitle } from '../../ui/channel-title.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { listMove } from '../../ui/keys.ts';
import { matching } from '../../ui/palette-match.ts';
import { type Anchor, Popover } from '../../ui/popover.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { messages } from './messages.ts';
import { ScaleEditor, type ScaleEditorProps } from './scale-editor.tsx';

export interface ChannelOption {
  /** What is handed back: the panel's name for it, or its $PnN. */
  readonly id: string;
  readonly name: string;
  readonly marker?: string | undefined;
  readonly compensated: boolean;
}

export interface ChannelMenuProps {
  /** The axis label that it opens at. */
  readonly anchor: Anchor;
  readonly channels: readonly ChannelOption[];
  readonly value: string | undefined;
  readonly onPick: (id: string) => void;
  readonly onClose: () => void;
  /** The scale of the axis, to be changed in the same place. */
  readonly scale?: ScaleEditorProps | undefined;
}

/** Chooses a channel for an axis (or for a missing marker): `marker :: channel`, filtered as one types. */
export function ChannelMenu({ anchor, channels, value, onPick, onClose, scale }: ChannelMenuProps) {
  const t = useMessages(messages);
  const [typed, setTyped] = useState('');
  const found = matching(channels, typed, channelTitle);
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      channels.findIndex(({ id }) => id === value),
    ),
  );
  const pick = (channel: ChannelOption | undefined) => {
    if (!channel) return;
    onClose();
    onPick(channel.id);
  };
  const onKey = (event: KeyboardEvent) => {
    const move = event.key === 'Home' || event.key === 'End' ? undefined : listMove(event.key, active, found.length);
    if (move !== undefined) setActive(move);
    else if (event.key === 'Enter') pick(found[active]);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Popover anchor={anchor} onClose={onClose}>
      <div className="channel-menu" data-testid="channel-menu">
        <SearchField
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setActive(0);
          }}
          label={t('searchChannels')}
          autoFocus
          onKey={onKey}
          testId="channel-search"
        />
        <div className="channel-list" role="listbox" aria-label={t('channels')}>
          {found.map((channel, i) => (
            <button
              key={channel.id}
              type="button"
              role="option"
              tabIndex={-1}
              className={classes('menu-item', i === active && 'is-active')}
              aria-selected={channel.id === value}
              title={channel.compensated ? `${channelTitle(channel)} (${t('compensated')})` : channelTitle(channel)}
              onPointerMove={() => setActive(i)}
              onClick={() => pick(channel)}
              data-testid={`channel-${channel.id}`}
            >
              {channel.id === value ? <Icon name="check" /> : <span />}
              <span className="one-line">{channelTitle(channel)}</span>
            </button>
          ))}
          {found.length === 0 && <p className="panel-none">{t('noMatches', { text: typed })}</p>}
        </div>
        {scale && (
          <div className="channel-scale">
            <ScaleEditor {...scale} />
          </div>
        )}
      </div>
    </Popover>
  );
}

import './channel-menu.css';
import { useMessages } from '../../messages/language.ts';
import type { Anchor } from '../../ui/anchor.ts';
import { channelTitle } from '../../ui/channel-title.ts';
import { Icon } from '../../ui/icon.tsx';
import { Popover } from '../../ui/popover.tsx';
import { SearchList } from '../../ui/search-list.tsx';
import { messages } from './messages.ts';

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
}

/** Chooses a channel for an axis (or for a missing marker): `marker :: channel`, filtered as one types. */
export function ChannelMenu({ anchor, channels, value, onPick, onClose }: ChannelMenuProps) {
  const t = useMessages(messages);
  const titleOf = (channel: ChannelOption) =>
    channel.compensated ? `${channelTitle(channel)} (${t('compensated')})` : channelTitle(channel);
  return (
    <Popover anchor={anchor} label={t('chooseChannel')} onClose={onClose} testId="channel-menu">
      <div className="channel-menu">
        <SearchList
          items={channels}
          textOf={channelTitle}
          onPick={({ id }) => {
            onClose();
            onPick(id);
          }}
          label={t('channels')}
          hint={t('searchChannels')}
          value={value}
          listClass="channel-list"
          optionClass="menu-item"
          testId="channel-search"
          optionTestId="channel"
          titleOf={titleOf}
        >
          {(channel) => (
            <>
              {channel.id === value ? <Icon name="check" /> : <span />}
              <span className="one-line">{channelTitle(channel)}</span>
            </>
          )}
        </SearchList>
      </div>
    </Popover>
  );
}

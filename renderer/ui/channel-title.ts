export interface ChannelName {
  /** $PnN */
  readonly name: string;
  /** $PnS */
  readonly marker?: string | undefined;
}

/** `CD56 :: PE-A`, as cytometrists read it; the channel alone where it has no marker. */
export const channelTitle = ({ name, marker }: ChannelName): string =>
  marker === undefined || marker.trim() === '' || marker === name ? name : `${marker} :: ${name}`;

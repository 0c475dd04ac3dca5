import type { ChannelDetail } from '../../events/channel.ts';

export type FcsVersion = 'FCS2.0' | 'FCS3.0' | 'FCS3.1' | 'FCS3.2';
export type TextEncoding = 'utf-8' | 'latin-1' | 'shift-jis' | 'euc-jp';

/** Values of one channel, event by event; bigint where 64-bit integers must be exact. */
export type WrittenColumn = ArrayLike<number> | ArrayLike<bigint>;

/** A channel to be written. Its place in the list is the n of $PnN. */
export interface WrittenChannel {
  /** $PnN; '' writes none (only FCS 2.0 and 3.0 allow that). */
  readonly name: string;
  readonly marker?: string;
  /** $PnB: bits of a value; characters of a value where the data type is A. */
  readonly bits: number;
  readonly range: number;
  /** $PnE; absent writes "0,0". An offset of 0 is written as it stands, as older instruments do ("4,0"). */
  readonly amplification?: { readonly decades: number; readonly offset: number };
  readonly gain?: number;
  /** $PnDATATYPE, FCS 3.2 only. */
  readonly datatype?: 'I' | 'F' | 'D';
  readonly detail?: ChannelDetail;
}

/** A data set without its events: what HEADER and TEXT need to know. */
export interface FcsDescription {
  readonly version: FcsVersion;
  readonly channels: readonly WrittenChannel[];
  readonly eventCount: number;
  readonly datatype: 'I' | 'F' | 'D' | 'A';
  /** A list is written to $BYTEORD as it stands: 1 is the least significant byte. */
  readonly byteOrder: 'little' | 'big' | readonly number[];
  /** One ASCII character, 1 to 126. Form feed where absent. */
  readonly delimiter?: string;
  /** Everything but what follows from the other fields, such as $PAR or $PnB. */
  readonly keywords?: ReadonlyMap<string, string>;
  /**
   * Stores every integer in whole bytes, or in 8, 16, 32 or 64 bits, while $PnB keeps the odd width:
   * some instruments do so against the standard. Without it odd widths are packed bit by bit.
   */
  readonly padding?: 'bytes' | 'words';
  /** UTF-8 where absent. */
  readonly textEncoding?: TextEncoding;
  /** 'text' leaves DATA and ANALYSIS at 0 in the HEADER, as large files must. */
  readonly offsets?: 'header' | 'text';
  readonly supplementalText?: ReadonlyMap<string, string>;
  readonly analysis?: ReadonlyMap<string, string>;
}

/** A data set to be written: one column a channel, `eventCount` values each. */
export interface FcsContent extends FcsDescription {
  readonly columns: readonly WrittenColumn[];
}

import type { Finding } from '../finding.ts';

/** A channel as the file describes it. `name` is $PnN ('' where the file has none), `marker` is $PnS. */
export interface Channel {
  /** 1 for the first channel, as the n of $PnN. */
  readonly index: number;
  readonly name: string;
  readonly marker?: string;
  /** $PnB: stored bits. */
  readonly bits: number;
  /** $PnR: the range of channel values. Advisory for floats. */
  readonly range: number;
  /** $PnE with f2 = 0 already counted as 1; absent for a linear channel. value = offset * 10^(decades * x / range). */
  readonly amplification?: { readonly decades: number; readonly offset: number };
  /** $PnG, where it is a usable number other than 1. */
  readonly gain?: number;
  readonly detail: ChannelDetail;
}

/** Optional keywords of a channel, kept for inspection and for writing back. */
export interface ChannelDetail {
  readonly datatype?: string; // $PnDATATYPE (3.2)
  readonly display?: string; // $PnD
  readonly voltage?: string; // $PnV
  readonly filter?: string; // $PnF
  readonly excitation?: string; // $PnL
  readonly type?: string; // $PnTYPE (3.2)
  readonly feature?: string; // $PnFEATURE (3.2)
  readonly analyte?: string; // $PnANALYTE (3.2)
}

/** One spelling of a keyword's name, upper case, mapped to its value as text. A Map, so that `__proto__` is just a name. */
export type Keywords = ReadonlyMap<string, string>;

export interface FcsDataset {
  /** 0 for the first data set of the file. */
  readonly index: number;
  /** 'FCS2.0', 'FCS3.0', 'FCS3.1', 'FCS3.2'. */
  readonly version: string;
  readonly keywords: Keywords;
  readonly channels: readonly Channel[];
  readonly eventCount: number;
  readonly findings: readonly Finding[];
  readonly layout: DataLayout;
  /** Keywords of the ANALYSIS segment, kept apart from those of TEXT. */
  readonly analysis?: Keywords;
  /** TEXT as it stands in the file, delimiters and all, for round trips. */
  readonly rawText?: Uint8Array;
  /** What the keywords were decoded from. */
  readonly textEncoding?: 'utf-8' | 'shift-jis' | 'euc-jp' | 'windows-1252';
  /** Position in the file of the HEADER, and of the first byte after the last segment (where the CRC stands, if any). */
  readonly extent?: { readonly start: number; readonly end: number };
}

/** How the DATA segment is to be read: everything decided, nothing left to guess. */
export interface DataLayout {
  /** First byte of DATA in the file. */
  readonly begin: number;
  /** Bytes of one event; for bit-packed or free ASCII data 0. */
  readonly rowBytes: number;
  readonly bytes: number;
  readonly encoding: DataEncoding;
}

export type DataEncoding =
  | { readonly kind: 'columns'; readonly fields: readonly Field[] }
  /** Integers whose widths are not whole bytes, one after another without gaps. */
  | { readonly kind: 'packed'; readonly widths: readonly number[]; readonly masks: readonly number[]; readonly littleEndian: boolean }
  /** Numbers as text between separators ($DATATYPE A with $PnB "*"). */
  | { readonly kind: 'free-text' };

/** One value of an event, at whole bytes. */
export interface Field {
  readonly type: 'uint' | 'float' | 'text';
  /** Byte offset in the row. */
  readonly at: number;
  /** Width in bytes. */
  readonly width: number;
  /** File position of each byte of the value, least significant first; longer than `width` never. */
  readonly order: readonly number[];
  /** Bits of the value that count ($PnR mask); absent where none are cut. */
  readonly mask?: bigint;
}

export interface FcsFile {
  readonly name: string;
  readonly size: number;
  readonly datasets: readonly FcsDataset[];
  readonly findings: readonly Finding[];
}

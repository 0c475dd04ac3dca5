import type { Finding } from '../../base/finding.ts';
import type { Keywords } from '../../base/keywords.ts';
import type { Problem } from '../../base/problem.ts';
import type { Channel } from '../events/channel.ts';

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
  /** Why the data set behind those, and with it what may follow, cannot be read; only where it was asked to keep what was read before. */
  readonly broken?: Problem;
  readonly findings: readonly Finding[];
}

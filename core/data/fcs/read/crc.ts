import type { ByteSource } from '../../../base/byte-source.ts';
import type { CancelSignal } from '../../../base/cancel-signal.ts';
import type { Finding } from '../../../base/finding.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { found } from '../findings.ts';
import { CHUNK_BYTES } from '../limits.ts';
import { refuse } from '../problems.ts';
import { readBytes } from './segment.ts';

/** Start values in use with the CCITT polynomial 0x1021. The first is what instruments write. */
const starts = [0x1d0f, 0xffff, 0] as const;
const CRC_BYTES = 8;

/**
 * Checks the CRC behind the last segment of a data set (FCS 3.0, section 3.5), reading the data set once.
 * An absent one or all zeros ("not computed") is no finding; neither is one that any usual start value explains.
 */
export async function checkCrc(dataset: FcsDataset, source: ByteSource, signal?: CancelSignal): Promise<Finding | undefined> {
  const { extent } = dataset;
  if (!extent || extent.end + CRC_BYTES > source.size) return undefined;
  const stored = String.fromCharCode(...(await readBytes(source, extent.end, CRC_BYTES)));
  const digits = stored.trim();
  if (!/^[0-9a-f]{1,8}$/i.test(digits) || /^0+$/.test(digits)) return undefined;
  const computed = await computeCrcs(source, extent.start, extent.end, signal);
  const decimal = Number(digits);
  if (computed.some((crc) => crc === decimal || crc === Number.parseInt(digits, 16))) return undefined;
  return found('crc-mismatch', { stored, computed: String(computed[0]).padStart(CRC_BYTES, '0') }, extent.end);
}

async function computeCrcs(source: ByteSource, start: number, end: number, signal?: CancelSignal): Promise<readonly number[]> {
  const crcs: number[] = [...starts];
  const buffer = new Uint8Array(Math.min(CHUNK_BYTES, end - start));
  for (let at = start; at < end; at += buffer.length) {
    signal?.throwIfAborted();
    const bytes = buffer.subarray(0, Math.min(buffer.length, end - at));
    if ((await source.read(bytes, at)) !== bytes.length) refuse('file-changed', {}, at);
    crcs.forEach((crc, i) => {
      crcs[i] = update(crc, bytes);
    });
  }
  return crcs;
}

const table = Uint16Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 8;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1;
  return crc;
});

function update(crc: number, bytes: Uint8Array): number {
  let value = crc;
  for (let at = 0; at < bytes.length; at++) value = ((value << 8) & 0xffff) ^ table[(value >>> 8) ^ bytes[at]!]!;
  return value;
}

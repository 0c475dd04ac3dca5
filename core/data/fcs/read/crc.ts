import type { Finding } from '../../../base/finding.ts';
import type { FcsDataset } from '../fcs-file.ts';
import { found } from '../findings.ts';
import { readBytes } from './segment.ts';
import type { WatchedSource } from './watched-source.ts';

/** Start values in use with the CCITT polynomial 0x1021. The first is what instruments write. */
const starts = [0x1d0f, 0xffff, 0] as const;
const CRC_BYTES = 8;

/**
 * Follows the CRC behind the last segment of a data set (FCS 3.0, section 3.5) as its bytes pass; what it gives is asked once they have.
 * An absent one or all zeros ("not computed") is no finding; neither is one that any usual start value explains.
 */
export async function watchCrc({ extent }: FcsDataset, source: WatchedSource): Promise<() => Finding | undefined> {
  if (!extent || extent.end + CRC_BYTES > source.size) return () => undefined;
  const stored = String.fromCharCode(...(await readBytes(source, extent.end, CRC_BYTES)));
  const digits = stored.trim();
  if (!/^[0-9a-f]{1,8}$/i.test(digits) || /^0+$/.test(digits)) return () => undefined;
  const crcs: number[] = [...starts];
  await source.watch({
    begin: extent.start,
    end: extent.end,
    see(bytes) {
      crcs.forEach((crc, i) => {
        crcs[i] = update(crc, bytes);
      });
    },
  });
  return () => {
    if (crcs.some((crc) => crc === Number(digits) || crc === Number.parseInt(digits, 16))) return undefined;
    return found('crc-mismatch', { stored, computed: String(crcs[0]).padStart(CRC_BYTES, '0') }, extent.end);
  };
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

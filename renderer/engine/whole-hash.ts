import type { CreateHash } from '../../core/data/fcs/read/digest.ts';

/** Up to this size a file is digested as it is read: its bytes are held as a whole for that, twice. Larger ones are digested behind the window. */
export const ONE_PASS_BYTES = 128 * 2 ** 20;

/** SHA-256 by the browser, which takes bytes as a whole only: they are collected, at most `size` of them. */
export const wholeHashes =
  (size: number): CreateHash =>
  () => {
    const bytes = new Uint8Array(size);
    let length = 0;
    return {
      update(part) {
        bytes.set(part, length);
        length += part.length;
      },
      digest: () => sha256Of(bytes.subarray(0, length)),
    };
  };

export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

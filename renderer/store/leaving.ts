import type { FileToken } from '../../core/contract/bridge.ts';

/** What is to be done once it is decided what becomes of unsaved work. */
export type Leaving =
  | { readonly to: 'close' }
  | { readonly to: 'new' }
  | { readonly to: 'open'; readonly token?: FileToken | undefined }
  | { readonly to: 'open-packed' };

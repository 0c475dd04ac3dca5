import type { Sentence } from '../core/base/message.ts';
import type { MenuName } from '../core/contract/menus.ts';

type Role = 'quit' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'resetZoom' | 'zoomIn' | 'zoomOut' | 'togglefullscreen';

/** The last group of some menus: what Electron does itself, without the window. */
export const systemItems: { readonly [M in MenuName]?: readonly { readonly role: Role; readonly words: Sentence }[] } = {
  file: [{ role: 'quit', words: { en: 'Quit', ja: '終了' } }],
  edit: [
    { role: 'cut', words: { en: 'Cut', ja: '切り取り' } },
    { role: 'copy', words: { en: 'Copy', ja: 'コピー' } },
    { role: 'paste', words: { en: 'Paste', ja: '貼り付け' } },
    { role: 'selectAll', words: { en: 'Select all', ja: 'すべて選択' } },
  ],
  view: [
    { role: 'zoomIn', words: { en: 'Zoom in', ja: '拡大' } },
    { role: 'zoomOut', words: { en: 'Zoom out', ja: '縮小' } },
    { role: 'resetZoom', words: { en: 'Actual size', ja: '実際のサイズ' } },
    { role: 'togglefullscreen', words: { en: 'Full screen', ja: '全画面表示' } },
  ],
};

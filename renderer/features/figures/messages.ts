import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Figures that leave the window. */
export const own = {
  figureOf: { en: 'Figure: {name}', ja: '図: {name}' },
  figureWhich: { en: 'Chart', ja: 'グラフ' },
  figureFormat: { en: 'Format', ja: '形式' },
  figureWidth: { en: 'Width (mm)', ja: '幅(mm)' },
  figureWidthRange: { en: 'Between {least} and {most} mm.', ja: '{least}〜{most} mmで指定してください。' },
  figureResolution: { en: 'Resolution (dpi)', ja: '解像度(dpi)' },
  figureTheme: { en: 'Background', ja: '背景' },
  figureThemeLight: { en: 'Light', ja: '白' },
  figureThemeShown: { en: 'As shown', ja: '表示どおり' },
  figureSave: { en: 'Save…', ja: '保存…' },
  figureCopy: { en: 'Copy', ja: 'コピー' },
  figureCopied: { en: 'The figure is on the clipboard.', ja: '図をクリップボードにコピーしました。' },
  figureNone: { en: 'There is no figure here.', ja: '書き出せる図がありません。' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;

import type { Sentence } from '../../../base/message.ts';

/** What the dimensions of automatic steps are. */
export const area: Sentence = { en: 'pulse area', ja: 'パルス面積' };
export const height: Sentence = { en: 'pulse height or width', ja: 'パルス高さ・幅' };
export const forwardScatter: Sentence = { en: 'forward scatter', ja: '前方散乱光' };
export const sideScatter: Sentence = { en: 'side scatter', ja: '側方散乱光' };
export const marker: Sentence = { en: 'marker', ja: 'マーカー' };
export const across: Sentence = { en: 'across', ja: '横軸' };
export const up: Sentence = { en: 'up', ja: '縦軸' };
export const named = (name: string): Sentence => ({ en: name, ja: name });

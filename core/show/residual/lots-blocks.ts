import type { Language } from '../../base/message.ts';
import type { FollowedDay } from '../../study/residual/follow-residual.ts';
import type { Block } from '../document/sectioned.ts';
import type { Theme } from '../plot/theme.ts';
import { drawResidualLots, legendHeight } from './draw-course.ts';
import { translator } from './words.ts';

const HEIGHT = 190;

/** Lots over each other by culture day; nothing of fewer than two. */
export function lotsBlocks(
  lots: readonly { readonly lot: string; readonly days: readonly FollowedDay[] }[],
  language: Language,
): readonly Block[] {
  if (lots.length < 2) return [];
  const t = translator(language);
  const height = HEIGHT + legendHeight(lots.length);
  const draw = (width: number, theme?: Theme) => drawResidualLots(lots, { width, height, language, ...(theme && { theme }) });
  return [
    { kind: 'heading', text: t('lotsHeading') },
    { kind: 'figure', title: t('lotsFigure'), height, draw },
    { kind: 'note', text: t('lotsFigure') },
  ];
}

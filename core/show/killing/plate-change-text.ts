import type { Language } from '../../base/message.ts';
import type { PlateChange } from '../../study/killing/compare-kept.ts';
import { lysisText, ratioText, unitsText } from './number-words.ts';
import { translator } from './words.ts';

/** What another result of a plate says otherwise, a line each; the plate's name first, with what it was measured by where that changed. */
export function plateChangeTexts(change: PlateChange, language: Language): readonly string[] {
  const { name, engines, revisions, verdict, lysis, units } = change;
  const t = translator(language);
  const arrow = (before: string, after: string): string => `${before} → ${after}`;
  const percent = (value: number | undefined): string => (value === undefined ? '–' : lysisText(value));
  return [
    ...(revisions[0] === revisions[1] ? [] : [`${name}: ${t('definitionRevision')} ${arrow(String(revisions[0]), String(revisions[1]))}`]),
    ...(engines[0] === engines[1] ? [] : [`${name}: ${t('engine')} ${arrow(engines[0], engines[1])}`]),
    ...(verdict[0] === verdict[1] ? [] : [`${name}: ${t('verdict')} ${arrow(t(`rule.${verdict[0]}`), t(`rule.${verdict[1]}`))}`]),
    ...lysis.map(
      ({ effector, ratio, before, after }) =>
        `${name}: ${effector} ${ratioText(ratio)} ${t('lysis')} ${arrow(percent(before), percent(after))}`,
    ),
    ...units.map(
      ({ effector, percent: of, before, after }) => `${name}: ${effector} LU${of} ${arrow(unitsText(before, t), unitsText(after, t))}`,
    ),
  ];
}

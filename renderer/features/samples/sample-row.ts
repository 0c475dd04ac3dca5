import type { Language } from '../../../core/base/message.ts';
import type { DisplayGroup } from '../../../core/biology/classification/classification.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { groupName } from '../../messages/group-names.ts';
import type { SampleRow } from '../../store/sample-row.ts';
import { matchScore } from '../../ui/palette-match.ts';
import type { T } from './messages.ts';

/** The quiet second line: what it is. */
export function describeSample({ metadata, state }: SampleRow, t: T): string {
  const { role, lot, day } = metadata;
  return [
    role === 'sample' ? undefined : t(`role.${role}`),
    lot === undefined ? undefined : t('lotShort', { lot }),
    day === undefined ? undefined : t('dayShort', { day: formatValue(day) }),
    state === 'waiting' || state === 'working' ? t(state) : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** Its call in a few words; an open one is said to be open, not to be consistent with anything. */
export const callText = (group: DisplayGroup, t: T, language: Language): string =>
  group === 'indeterminate' ? groupName(group, language) : t('consistentShort', { group: groupName(group, language) });

/** Whether a sample is meant by what was typed: its name, lot, culture, donor, declared method or call. */
export function sampleFits({ name, metadata, group }: SampleRow, typed: string, language: Language): boolean {
  const { lot = '', culture = '', donor = '', declaredMethod = '' } = metadata;
  const fields = [name, lot, culture, donor, declaredMethod, group === undefined ? '' : groupName(group, language)];
  return fields.some((field) => {
    const score = matchScore(field, typed);
    return score !== undefined && score < 10; // letters in order only would find too much here
  });
}

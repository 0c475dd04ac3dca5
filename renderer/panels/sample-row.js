import { formatValue } from '../../core/plot/number-format.js';
import { matchScore } from '../design/palette-match.js';
import { groupName } from './group-names.js';
/** The quiet second line: what it is. */
export function describeSample({ metadata, state }, speak) {
    const { role, lot, day } = metadata;
    return [
        role === 'sample' ? undefined : speak(`role.${role}`),
        lot === undefined ? undefined : speak('lotShort', { lot }),
        day === undefined ? undefined : speak('dayShort', { day: formatValue(day) }),
        state === 'waiting' || state === 'working' ? speak(state) : undefined,
    ]
        .filter((part) => part !== undefined)
        .join(' · ');
}
/** Its call in a few words; an open one is said to be open, not to be consistent with anything. */
export const callText = (group, speak, language) => group === 'indeterminate' ? groupName(group, language) : speak('consistentShort', { group: groupName(group, language) });
/** Whether a sample is meant by what was typed: its name, lot, culture, donor, declared method or call. */
export function sampleFits({ name, metadata, group }, typed, language) {
    const { lot = '', culture = '', donor = '', declaredMethod = '' } = metadata;
    const fields = [name, lot, culture, donor, declaredMethod, group === undefined ? '' : groupName(group, language)];
    return fields.some((field) => {
        const score = matchScore(field, typed);
        return score !== undefined && score < 10; // letters in order only would find too much here
    });
}
//# sourceMappingURL=sample-row.js.map
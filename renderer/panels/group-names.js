import { featureNames } from '../../core/culture/reasons.js';
import { say } from '../../core/message.js';
import { groupNames, methodNames } from '../../core/report/words.js';
export const groupName = (group, language) => say(groupNames[group], {}, language);
/** A method inside a group; a laboratory's own keeps the name it gave it. */
export const methodName = (method, language) => nameIn(methodNames, method, language);
/** What was or was not measured: the catalogue's features, else the panel's own name. */
export const featureName = (feature, language) => nameIn(featureNames, feature, language);
function nameIn(names, id, language) {
    const sentence = Object.hasOwn(names, id) ? names[id] : undefined;
    return sentence === undefined ? id : say(sentence, {}, language);
}
//# sourceMappingURL=group-names.js.map
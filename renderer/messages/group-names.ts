import { type Catalogue, type Language, say } from '../../core/base/message.ts';
import type { Classification, DisplayGroup } from '../../core/biology/classification/classification.ts';
import { featureNames } from '../../core/biology/classification/reasons.ts';
import { groupNames, methodNames } from '../../core/show/report/messages.ts';

export const groupName = (group: DisplayGroup, language: Language): string => say(groupNames[group], {}, language);

/** A method inside a group; a laboratory's own keeps the name it gave it. */
export const methodName = (method: string, language: Language): string => nameIn(methodNames, method, language);

/** What was or was not measured: the catalogue's features, else the panel's own name. */
export const featureName = (feature: Classification['missing'][number], language: Language): string =>
  nameIn(featureNames, feature, language);

function nameIn(names: Catalogue, id: string, language: Language): string {
  const sentence = Object.hasOwn(names, id) ? names[id] : undefined;
  return sentence === undefined ? id : say(sentence, {}, language);
}

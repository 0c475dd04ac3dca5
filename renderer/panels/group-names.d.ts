import type { Classification, DisplayGroup } from '../../core/culture/classification.ts';
import { type Language } from '../../core/message.ts';
export declare const groupName: (group: DisplayGroup, language: Language) => string;
/** A method inside a group; a laboratory's own keeps the name it gave it. */
export declare const methodName: (method: string, language: Language) => string;
/** What was or was not measured: the catalogue's features, else the panel's own name. */
export declare const featureName: (feature: Classification['missing'][number], language: Language) => string;

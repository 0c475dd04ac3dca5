import { saysDead } from './dead-cell-dye.ts';
import { labelHasWord, moleculesNamed, readLabel } from './label.ts';
import type { Panel, PanelEntry } from './panel.ts';
import type { Refusal } from './refusal.ts';

/**
 * Whether a label stands for a panel entry, or why it names its marker and does not; undefined where it does not name it. An entry of several
 * markers in one colour is named by labels of exactly those.
 */
export function labelStandsFor(label: string, entry: PanelEntry, panel: Panel): 'stands' | Refusal | undefined {
  if (!namesAny(label, entry.aliases)) return undefined;
  const { refusal, molecules, text } = readLabel(label);
  if (refusal !== undefined && !(refusal === 'left-out' && entry.leftOut)) return refusal;
  const own = moleculesNamed([...entry.aliases, ...(entry.together ?? [])]);
  const isShared = ({ aliases }: PanelEntry) => aliases.some((alias) => entry.together?.includes(alias));
  const isWider =
    saysDead(text) || panel.entries.some((other) => isAnother(other, entry) && !isShared(other) && namesAny(label, other.aliases));
  if (isWider || molecules.some((molecule) => !own.has(molecule))) return 'mixture';
  return entry.together?.every((other) => namesAny(label, [other])) === false ? undefined : 'stands';
}

/** Whether a label names any marker, or that it stands for none: such a channel is not known by its $PnN. */
export function saysMarker(label: string, panel: Panel): boolean {
  const { refusal, molecules } = readLabel(label);
  return refusal !== undefined || molecules.length > 0 || panel.entries.some((entry) => isMarker(entry) && namesAny(label, entry.aliases));
}

/** Whether a label has any of the names as a word, whatever else it says. */
export const namesAny = (label: string, aliases: readonly string[]): boolean => aliases.some((alias) => labelHasWord(label, alias));

const isMarker = ({ match, signal }: PanelEntry): boolean => match === 'word' && signal === undefined;

/** Another marker: two entries of one panel may be the same. */
const isAnother = (other: PanelEntry, entry: PanelEntry): boolean =>
  isMarker(other) &&
  other.id !== entry.id &&
  !other.aliases.some((alias) => namesAny(alias, entry.aliases) || entry.aliases.includes(alias));

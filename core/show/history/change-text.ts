import type { CompensationChoice } from '../../data/compensation/compensation-choice.ts';
import { metadataWords } from '../../data/metadata/metadata-words.ts';
import { kindOfTransform, type Transform } from '../../data/transforms/transforms.ts';
import type { WellRow } from '../../study/killing/plate.ts';
import type { Change } from '../../study/session/changes/change.ts';
import type { SampleGroup } from '../../study/session/document/group.ts';
import { formatValue } from '../plot/number-format.ts';
import { type GateTextOptions, gateTexts, pathText } from './gate-text.ts';
import type { HistorySay } from './words.ts';

/** A change in words: what it is of, and its value before and after. */
export interface ChangeText {
  readonly about: string;
  readonly before: string;
  readonly after: string;
}

export function changeTexts(change: Change, options: GateTextOptions): ChangeText {
  const { say, language } = options;
  const given = (value: string | number | undefined) =>
    value === undefined ? say('none') : typeof value === 'number' ? formatValue(value) : value;
  const fromTo = <T>({ before, after }: { readonly before: T | undefined; readonly after: T | undefined }, text: (value: T) => string) => ({
    before: before === undefined ? say('none') : text(before),
    after: after === undefined ? say('none') : text(after),
  });
  switch (change.of) {
    case 'protocol':
    case 'profiles':
      return { about: say(change.of), ...fromTo(change, ({ name, revision }) => say('revised', { name, revision })) };
    case 'gate': {
      const [before, after] = gateTexts(change.before, change.after, options);
      return { about: whose(pathText(change.gate, say), change, say), before, after };
    }
    case 'population':
      return { about: say('population'), ...fromTo(change, (path) => pathText(path, say)) };
    case 'sample':
      return { about: say('sample'), ...fromTo(change, (name) => name) };
    case 'metadata': {
      const name = (metadataWords as { readonly [field: string]: { readonly en: string; readonly ja: string } })[change.field];
      return {
        about: say('ofSample', { gate: name?.[language] ?? change.field, sample: change.sample }),
        before: given(change.before),
        after: given(change.after),
      };
    }
    case 'group':
      return {
        about: say('group', { name: (change.after ?? change.before)?.name ?? '' }),
        ...fromTo(change, (group) => groupText(group, say)),
      };
    case 'review': {
      const verdict = (found: typeof change.before) => (found === undefined ? say('open') : say(found.verdict, found));
      const about = say('review', { gate: pathText(change.gate, say), sample: change.sample });
      return { about, before: verdict(change.before), after: verdict(change.after) };
    }
    case 'plate':
      return { about: say('plate'), ...fromTo(change, (name) => name) };
    case 'well': {
      const well = (change.after ?? change.before)?.well ?? '';
      return { about: say('wellOf', { well, plate: change.plate }), ...fromTo(change, (row) => wellText(row, say)) };
    }
    case 'plate-fact':
      return {
        about: say('ofPlate', { what: plateFact(change.field, say), plate: change.plate }),
        ...fromTo(change, (value) => factText(value, say)),
      };
    case 'scale': {
      const text = (scale: unknown) =>
        scale === undefined ? say(change.group === undefined ? 'scaleAuto' : 'asAll') : scaleText(scale as Transform | null, options);
      return {
        about: whose(say('scale', { name: change.name ?? '' }), change, say),
        before: text(change.before),
        after: text(change.after),
      };
    }
    case 'channel': {
      const text = (channel: unknown) => (channel === undefined ? say('channelAuto') : String(channel));
      return { about: say('channel', { name: change.name ?? '' }), before: text(change.before), after: text(change.after) };
    }
    case 'compensation': {
      const text = (choice: unknown) => (choice === undefined ? say('asAll') : compensationText(choice as CompensationChoice, say));
      return { about: whose(say('compensation'), change, say), before: text(change.before), after: text(change.after) };
    }
    default:
      return { about: whose(say(change.of), change, say), before: '', after: say('changed') };
  }
}

function whose(what: string, { sample, group }: { readonly sample?: string; readonly group?: string }, say: HistorySay): string {
  if (sample !== undefined) return say('ofSample', { gate: what, sample });
  return group === undefined ? what : say('ofGroup', { gate: what, group });
}

function groupText({ name, kind, criteria, samples }: SampleGroup, say: HistorySay): string {
  const rules = criteria.map(
    ({ of, test, values }) => `${typeof of === 'string' ? of : of.keyword} ${test === 'is' ? '=' : '⊃'} ${values.join(' | ')}`,
  );
  const byHand = samples.length === 0 ? [] : [say('byHand', { count: samples.length })];
  return [name, say(kind), ...rules, ...byHand].join(', ');
}

function scaleText(scale: Transform | null, { language, say }: GateTextOptions): string {
  if (scale === null) return say('scaleAuto');
  const { kind: _, ...parameters } = scale;
  const values = Object.entries(parameters).map(
    ([name, value]) => `${name} ${typeof value === 'number' ? formatValue(value) : String(value)}`,
  );
  return [kindOfTransform(scale).words[language], ...values].join(', ');
}

function compensationText(choice: CompensationChoice, say: HistorySay): string {
  if (choice.use !== 'matrix') return say(`use.${choice.use}`);
  const { name, source, channels } = choice;
  if (name === undefined) return say('use.matrix', { count: channels.length });
  if (source === undefined) return say('use.named', { name });
  return say('use.controls', { name, tubes: source.tubes.map(({ detector, file }) => `${detector}: ${file}`).join(', ') });
}

function wellText({ role, effector, et, signal, dead, targets, live, beads, excluded }: WellRow, say: HistorySay): string {
  const ratio = et === undefined ? undefined : `${formatValue(et)}:1`;
  const reading = [signal, dead, targets, live, beads].flatMap((value) => (value === undefined ? [] : [String(value)])).join('/');
  const out = excluded && say('leftOut', { reason: excluded.reason });
  return [say(`role.${role}`), effector, ratio, reading === '' ? undefined : reading, out].filter((part) => part !== undefined).join(', ');
}

const plateFields = ['name', 'date', 'hours', 'targetViability', 'assay', 'effectors'] as const;
function plateFact(field: string, say: HistorySay): string {
  const known = plateFields.find((one) => one === field);
  return known === undefined ? field : say(`plate.${known}`);
}

/** A definition by its name and revision, effectors by their ids. */
function factText(value: unknown, say: HistorySay): string {
  if (Array.isArray(value)) return value.map((one: { readonly id?: string }) => one.id ?? '').join(', ');
  if (typeof value === 'number') return formatValue(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const { name = '', revision = 1 } = value as { readonly name?: string; readonly revision?: number };
  return say('revised', { name, revision });
}

import type { Language, Sentence } from '../../base/message.ts';
import { kindOfStep, type Step } from '../../gating/automatic/steps.ts';
import { combinationOf, type Gate, isFixed, kindOf } from '../../gating/gates/gates.ts';
import type { Bound } from '../../gating/gates/kind/editing.ts';
import type { Combination } from '../../gating/gates/kind/gate.ts';
import type { ShownGate } from '../../study/session/changes/change.ts';
import { formatNumber, formatValue } from '../plot/number-format.ts';
import type { HistorySay } from './words.ts';

/** The value at a place (0 to 1) of a channel's axis, by the name that gates use; undefined where the channel's scale is not known. */
export type ValueAt = (dimension: string, position: number) => number | undefined;

export interface GateTextOptions {
  readonly language: Language;
  readonly say: HistorySay;
  readonly valueAt: ValueAt;
}

/** Where a gate stands, or which automatic step stands in its place: `rectangle: CD3 ≥ 340, CD56 120–3,400`. */
function gateText({ gate, dimensions }: ShownGate, { language, say, valueAt }: GateTextOptions): string {
  if (!isFixed(gate)) return say('automatic', { step: kindOfStep(gate).words[language] });
  const combination = combinationOf(gate);
  if (combination !== undefined) return combinationText(combination, say);
  const bounds = kindOf(gate).bounds?.of(gate) ?? [];
  const at = (dimension: number, position: number) => placeText(dimensions[dimension] ?? '', position, valueAt);
  const places = dimensions.flatMap((name, i) => {
    const text = alongText(
      bounds.filter(({ unit, dimension }) => unit === undefined && dimension === i),
      (position) => at(i, position),
      say,
    );
    return text === '' ? [] : [`${name} ${text}`];
  });
  const turns = [
    ...shapeText(
      bounds,
      'part',
      (part) => `${formatNumber(100 * part)}%`,
      (values) => say('axes', { values }),
    ),
    ...shapeText(
      bounds,
      'degrees',
      (degrees) => `${formatValue(degrees)}°`,
      (values) => say('angles', { values }),
    ),
  ];
  const corners = bounds.filter(({ kind, dimension }) => kind === 'vertex' && dimension === 0).length;
  const parts = [...places, ...turns, ...(corners > 0 ? [say('corners', { count: corners })] : [])];
  const kind = kindOf(gate).words(gate)[language];
  return parts.length === 0 ? kind : `${kind}: ${parts.join(', ')}`;
}

/** What two gates have differently, as two texts: of two steps of one kind only the settings that differ. */
export function gateTexts(
  before: ShownGate | undefined,
  after: ShownGate | undefined,
  options: GateTextOptions,
): readonly [string, string] {
  const text = (one: ShownGate | undefined) => (one === undefined ? options.say('none') : gateText(one, options));
  const [from, to] = [text(before), text(after)];
  if (before === undefined || after === undefined || isFixed(before.gate) || isFixed(after.gate) || before.gate.kind !== after.gate.kind)
    return [from, to];
  const differing = settingsOf(after.gate).filter(({ name }) => settingText(before.gate, name) !== settingText(after.gate, name));
  const named = (gate: Step | Gate) =>
    differing.map(({ name, words }) => `${words[options.language]} ${settingText(gate, name)}`).join(', ');
  return differing.length === 0 ? [from, to] : [`${from}; ${named(before.gate)}`, `${to}; ${named(after.gate)}`];
}

function settingsOf(step: Step): readonly { readonly name: string; readonly words: Sentence }[] {
  const shape =
    (kindOfStep(step).schema as unknown as { readonly shape?: { readonly [name: string]: { meta?: () => unknown } } }).shape ?? {};
  return Object.entries(shape)
    .filter(([name]) => name !== 'kind')
    .map(([name, field]) => {
      const { en = name, ja = name } = (field.meta?.() ?? {}) as Partial<Sentence>;
      return { name, words: { en, ja } };
    });
}

const settingText = (gate: Step | Gate, name: string): string => written((gate as unknown as { readonly [name: string]: unknown })[name]);

function written(value: unknown): string {
  if (typeof value === 'number') return formatValue(value);
  if (Array.isArray(value)) return value.map(written).join(', ');
  if (typeof value !== 'object' || value === null) return value === undefined ? '–' : String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name} ${written(part)}`)
    .join(', ');
}

function placeText(dimension: string, position: number, valueAt: ValueAt): string {
  const value = valueAt(dimension, position);
  return value === undefined ? `${formatNumber(100 * position)}%` : formatNumber(value);
}

/** The bounds of one dimension: a range with open ends, dividers, what corners span, or a centre. */
function alongText(bounds: readonly Bound[], at: (position: number) => string, say: HistorySay): string {
  const placed = (kinds: readonly Bound['kind'][]) =>
    bounds.flatMap(({ kind, position }) => (kinds.includes(kind) && position !== undefined ? [position] : []));
  const [[min], [max], [centre]] = [placed(['min']), placed(['max']), placed(['centre'])];
  if (min !== undefined && max !== undefined) return `${at(min)}–${at(max)}`;
  if (min !== undefined) return `≥ ${at(min)}`;
  if (max !== undefined) return `< ${at(max)}`;
  if (centre !== undefined) return say('centre', { value: at(centre) });
  const corners = placed(['vertex']);
  if (corners.length > 0) return `${at(Math.min(...corners))}–${at(Math.max(...corners))}`;
  return [...new Set(placed(['divider', 'dividerLeft', 'dividerRight']).map(at))].join(' / ');
}

function shapeText(
  bounds: readonly Bound[],
  unit: NonNullable<Bound['unit']>,
  textOf: (value: number) => string,
  named: (values: string) => string,
): readonly string[] {
  const values = bounds.flatMap((bound) => (bound.unit === unit && bound.position !== undefined ? [textOf(bound.position)] : []));
  return values.length === 0 ? [] : [named(values.join(', '))];
}

function combinationText({ operation, operands }: Combination, say: HistorySay): string {
  return operands
    .map(({ population, complement }) => (complement ? say('not', { name: pathText(population, say) }) : pathText(population, say)))
    .join(say(operation));
}

/** A population's path as people read it. */
export const pathText = (path: string, say: HistorySay): string => path.replaceAll('/', ' › ') || say('allEvents');

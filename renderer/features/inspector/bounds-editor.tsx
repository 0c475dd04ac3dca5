import { Fragment, useState } from 'react';
import { combinationOf, type Gate, kindOf } from '../../../core/gating/gates/gates.ts';
import type { Bound } from '../../../core/gating/gates/kind/editing.ts';
import type { Combination } from '../../../core/gating/gates/kind/gate.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import { useMessages } from '../../messages/language.ts';
import { Choice } from '../../ui/choice.tsx';
import { BoundField } from './bound-field.tsx';
import { type BoundMode, boundUnit } from './bound-units.ts';
import { messages, type T } from './messages.ts';

export interface BoundsEditorProps {
  readonly gate: Gate;
  /** Panel names of the gate's dimensions. */
  readonly dimensions: readonly string[];
  readonly channels: readonly UsedChannel[];
  readonly onChange: (gate: Gate) => void;
  readonly disabled?: boolean | undefined;
  /** Percentile tables of the parent by dimension, once they were asked for. */
  readonly percentiles?: readonly (Float64Array | undefined)[] | undefined;
  readonly onPercentiles?: (() => void) | undefined;
}

/** The numbers that a gate stands on, to be typed: a table of dimensions; a polygon's vertices fold away. */
export function BoundsEditor({ gate, dimensions, channels, onChange, disabled, percentiles, onPercentiles }: BoundsEditorProps) {
  const t = useMessages(messages);
  const [mode, setMode] = useState<BoundMode>('value');
  const numbers = kindOf(gate).bounds;
  const bounds = numbers?.of(gate) ?? [];
  const vertices = bounds.filter(({ kind }) => kind === 'vertex').length / 2;
  const hasEnds = bounds.some(({ kind }) => kind === 'min');
  const word = ({ kind, vertex }: Bound) => {
    if (kind === 'vertex' || kind === 'halfAxis') return t(kind, { number: (vertex ?? 0) + 1 });
    return kind === 'angle' && vertex !== undefined ? t('armAngle', { number: vertex + 1 }) : t(kind);
  };
  const field = (bound: Bound) => {
    const name = dimensions[bound.dimension] ?? '';
    const channel = channels.find(({ id }) => id === name);
    return (
      channel && (
        <BoundField
          key={bound.id}
          bound={bound}
          unit={boundUnit(bound, mode, channel.transform, percentiles?.[bound.dimension])}
          onChange={(position) => onChange(numbers?.with(gate, bound, position) ?? gate)}
          label={bound.unit === undefined ? `${name} ${word(bound)}` : word(bound)}
          disabled={disabled}
        />
      )
    );
  };
  const combination = combinationOf(gate);
  if (combination !== undefined) return <p className="small">{operandsText(combination, t)}</p>;
  if (bounds.length === 0) return null;
  const modes = (
    <Choice
      label={t('boundsAs')}
      value={mode}
      options={[
        { id: 'value', label: t('asValue'), hint: t('boundsHint'), testId: 'bounds-as-value' },
        { id: 'channel', label: t('asChannel'), hint: t('asChannelHint'), testId: 'bounds-as-channel' },
        { id: 'percentile', label: t('asPercentile'), hint: t('asPercentileHint'), testId: 'bounds-as-percentile' },
      ]}
      onChange={(chosen) => {
        setMode(chosen);
        if (chosen === 'percentile') onPercentiles?.();
      }}
    />
  );
  if (vertices > 0)
    return (
      <details className="fold" data-testid="bounds-vertices">
        <summary>{t('vertices', { count: vertices })}</summary>
        {modes}
        <div className="bounds bounds-vertices">
          <span />
          {dimensions.slice(0, 2).map((name) => (
            <span key={name} className="bounds-head">
              {name}
            </span>
          ))}
          {bounds.map((bound) => (
            <Fragment key={bound.id}>
              {bound.dimension === 0 && <span className="quiet">{(bound.vertex ?? 0) + 1}</span>}
              {field(bound)}
            </Fragment>
          ))}
        </div>
      </details>
    );
  return (
    <>
      {modes}
      <div className={hasEnds ? 'bounds bounds-ranges' : 'bounds'}>
        {hasEnds && (
          <>
            <span />
            <span className="bounds-head">{t('min')}</span>
            <span className="bounds-head">{t('max')}</span>
          </>
        )}
        {bounds.map((bound) => (
          <Fragment key={bound.id}>
            {bound.kind !== 'max' && (
              <span className="bounds-name one-line" title={dimensions[bound.dimension]}>
                {bound.unit === undefined && dimensions[bound.dimension]}
                {bound.kind !== 'min' && <span className="quiet"> {word(bound)}</span>}
              </span>
            )}
            {field(bound)}
          </Fragment>
        ))}
      </div>
    </>
  );
}

function operandsText({ operation, operands }: Combination, t: T): string {
  const names = operands.map(({ population, complement }) => {
    const name = population.replaceAll('/', ' › ') || t('allEvents');
    return complement ? t('operandNot', { name }) : name;
  });
  return names.join(t(operation === 'and' ? 'operandsAnd' : 'operandsOr'));
}

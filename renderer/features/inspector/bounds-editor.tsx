import { Fragment } from 'react';
import type { Gate } from '../../../core/gating/gates/gates.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import { useMessages } from '../../messages/language.ts';
import { BoundField } from './bound-field.tsx';
import { type Bound, boundsOf, withBound } from './gate-bounds.ts';
import { messages, type T } from './messages.ts';

export interface BoundsEditorProps {
  readonly gate: Gate;
  /** Panel names of the gate's dimensions. */
  readonly dimensions: readonly string[];
  readonly channels: readonly UsedChannel[];
  readonly onChange: (gate: Gate) => void;
  readonly disabled?: boolean | undefined;
}

/** The numbers that a gate stands on, to be typed: a table of dimensions; a polygon's vertices fold away. */
export function BoundsEditor({ gate, dimensions, channels, onChange, disabled }: BoundsEditorProps) {
  const t = useMessages(messages);
  const bounds = boundsOf(gate);
  const field = (bound: Bound) => {
    const name = dimensions[bound.dimension] ?? '';
    const channel = channels.find(({ id }) => id === name);
    const word = bound.kind === 'vertex' ? t('vertex', { number: (bound.vertex ?? 0) + 1 }) : t(bound.kind);
    return (
      channel && (
        <BoundField
          key={bound.id}
          bound={bound}
          transform={channel.transform}
          onChange={(position) => onChange(withBound(gate, bound, position))}
          label={`${name} ${word}`}
          disabled={disabled}
        />
      )
    );
  };
  if (gate.kind === 'boolean') return <p className="small">{operandsText(gate, t)}</p>;
  if (gate.kind === 'polygon')
    return (
      <details className="fold">
        <summary>{t('vertices', { count: gate.vertices.length })}</summary>
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
    <div className={gate.kind === 'rectangle' ? 'bounds bounds-ranges' : 'bounds'}>
      {gate.kind === 'rectangle' && (
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
              {dimensions[bound.dimension]}
              {gate.kind === 'quadrant' && <span className="quiet"> {t(bound.kind === 'vertex' ? 'divider' : bound.kind)}</span>}
            </span>
          )}
          {field(bound)}
        </Fragment>
      ))}
    </div>
  );
}

function operandsText({ operation, operands }: Extract<Gate, { kind: 'boolean' }>, t: T): string {
  const names = operands.map(({ population, complement }) => {
    const name = population.replaceAll('/', ' › ') || t('allEvents');
    return complement ? t('operandNot', { name }) : name;
  });
  return names.join(t(operation === 'and' ? 'operandsAnd' : 'operandsOr'));
}

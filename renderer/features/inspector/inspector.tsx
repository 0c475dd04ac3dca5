import '../../ui/panel.css';
import './inspector.css';
import { say } from '../../../core/base/message.ts';
import { combinationOf, type Gate, kindOf } from '../../../core/gating/gates/gates.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { useTitleOf } from '../../messages/population-titles.ts';
import type { GateScope } from '../../store/gate-scope.ts';
import type { LivePopulation } from '../../store/live-populations.ts';
import { BoundsEditor, type BoundsEditorProps } from './bounds-editor.tsx';
import { ColourChooser } from './colour-chooser.tsx';
import { EvidenceList, type EvidenceListProps } from './evidence-list.tsx';
import { messages } from './messages.ts';
import { ScopeChooser } from './scope-chooser.tsx';
import { Medians, PopulationNumbers } from './statistics.tsx';
import { TransformList } from './transform-list.tsx';

export interface InspectorProps extends Pick<BoundsEditorProps, 'percentiles' | 'onPercentiles'> {
  /** What is selected; undefined shows what to do. */
  readonly population: LivePopulation | undefined;
  /** Every population that the same gate gives, for a quadrant's name; by default only the selected one. */
  readonly siblings?: readonly string[];
  /** Events of its parent. */
  readonly parentCount: number | undefined;
  readonly channels: readonly UsedChannel[];
  readonly colour?: string | undefined;
  readonly onColour?: ((colour: string | undefined) => void) | undefined;
  /** A person moved this gate for this sample or its group. */
  readonly overridden: boolean;
  /** Where a change of the gate goes; without it no choice is offered. */
  readonly drawn?: EvidenceListProps['drawn'];
  readonly tailored?: EvidenceListProps['tailored'];
  readonly scope?: GateScope | undefined;
  /** The group that gates the sample. */
  readonly group?: string | undefined;
  readonly onScope?: (scope: GateScope) => void;
  /** The gate with one number typed anew. */
  readonly onGateChange: (gate: Gate) => void;
  /** Back to the protocol's gate. */
  readonly onRevert: () => void;
  readonly minimumEvents?: number;
  /** The medians are of before: a gate is held, or was let go of. */
  readonly stale?: boolean;
  readonly disabled?: boolean;
}

/** What is selected: its gate with bounds to type, why it stands there, its statistics, the scales of its channels. */
export function Inspector(props: InspectorProps) {
  const { population, channels, overridden, scope, onScope, onGateChange, onRevert, disabled } = props;
  const t = useMessages(messages);
  const language = useLanguage();
  const titleOf = useTitleOf();
  if (!population) return <p className="panel-none">{t('nothingSelected')}</p>;
  const { path, gate } = population;
  const kind = gate && say(kindOf(gate.gate).words(gate.gate), {}, language);
  const own = gate && channels.filter(({ id }) => gate.dimensions.includes(id));
  const blocked = disabled === true || (scope !== undefined && scope.kind !== 'protocol' && scope.reason.trim() === '');
  return (
    <div className="inspector" data-testid="inspector">
      <section className="panel-section" aria-label={t('statistics')}>
        <h2 className="inspector-name one-line" title={path.replaceAll('/', ' › ')}>
          {path === '' ? t('allEvents') : titleOf(path)}
        </h2>
        {kind && (
          <p className="inspector-kind">
            {gate.dimensions.length === 0
              ? kind
              : [kind, gate.dimensions.join(' × '), t(gate.automatic && !overridden ? 'automatic' : 'manual')].join(' · ')}
          </p>
        )}
        <PopulationNumbers {...props} population={population} />
        {gate?.id !== undefined && props.onColour && <ColourChooser colour={props.colour} onColour={props.onColour} />}
      </section>
      {gate && (combinationOf(gate.gate) !== undefined || kindOf(gate.gate).bounds !== undefined) && (
        <section className="panel-section" aria-label={t('bounds')}>
          <h3 title={t('boundsHint')}>{t('bounds')}</h3>
          <BoundsEditor
            gate={gate.gate}
            dimensions={gate.dimensions}
            channels={channels}
            onChange={onGateChange}
            disabled={blocked}
            percentiles={props.percentiles}
            onPercentiles={props.onPercentiles}
          />
          {scope && onScope && <ScopeChooser scope={scope} group={props.group} onScope={onScope} />}
        </section>
      )}
      {gate && <EvidenceList gate={gate} overridden={overridden} drawn={props.drawn} tailored={props.tailored} onRevert={onRevert} />}
      <Medians population={population} channels={channels} stale={props.stale === true} />
      {own && own.length > 0 && <TransformList channels={own} />}
    </div>
  );
}

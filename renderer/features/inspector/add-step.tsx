import { Fragment, useEffect, useRef, useState } from 'react';
import { say } from '../../../core/base/message.ts';
import { kindOfStep, type Step, stepKinds } from '../../../core/gating/automatic/steps.ts';
import type { GateNode } from '../../../core/gating/strategy/strategy.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { type ChannelName, channelTitle } from '../../ui/channel-title.ts';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Select } from '../../ui/select.tsx';
import { messages } from './messages.ts';

export interface AddStepProps {
  readonly channels: readonly (ChannelName & { readonly id: string })[];
  /** Below the selected population. */
  readonly onAdd: (node: GateNode) => void;
  /** Why no population below it can be called so. */
  readonly problemOf: (name: string) => string | undefined;
  readonly disabled?: boolean | undefined;
}

const kinds = Object.keys(stepKinds) as readonly Step['kind'][];

/** An automatic step for all samples: which one, on which channels, and what its populations are called. Its settings are the usual ones. */
export function AddStep({ channels, onAdd, problemOf, disabled }: AddStepProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const [kind, setKind] = useState<Step['kind']>();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState<readonly (string | undefined)[]>([]);
  const place = useRef<HTMLElement>(null);
  const isOpen = kind !== undefined;
  const wasOpen = useRef(isOpen);
  // what had the focus is gone when the form opens or closes: its first control takes it over
  useEffect(() => {
    if (wasOpen.current !== isOpen) place.current?.querySelector<HTMLElement>('button, input')?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  const choose = (id: Step['kind'] | undefined) => {
    setKind(id);
    setChosen([]);
    setTyped([]);
  };
  const steps = kinds.map((id) => ({ id, label: say(kindOfStep({ kind: id }).words, {}, language) }));
  if (kind === undefined)
    return (
      <section className="panel-section" ref={place}>
        <Button icon="plus" onClick={() => choose(kinds[0])} disabled={disabled === true || channels.length === 0} testId="add-step">
          {t('addStep')}
        </Button>
      </section>
    );
  const { dimensions: asked, names, usual } = kindOfStep({ kind });
  const dimensions = asked.map((_, i) => chosen[i] ?? channels[i]?.id ?? '');
  const populations = names(dimensions).map((name, i) => typed[i] ?? name);
  const isDoubtful = populations.some((name, i) => problemOf(name) !== undefined || populations.indexOf(name) !== i);
  return (
    <section className="panel-section" aria-label={t('addStep')} data-testid="add-step-form" ref={place}>
      <h3 title={t('addStepHint')}>{t('addStep')}</h3>
      <div className="bounds settings">
        <span className="bounds-name">{t('step')}</span>
        <Select label={t('step')} value={kind} options={steps} onChange={choose} testId="add-step-kind" />
        {asked.map((words, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it is known by its place
          <Fragment key={`dimension ${i}`}>
            <span className="bounds-name">{say(words, {}, language)}</span>
            <Select
              label={say(words, {}, language)}
              value={dimensions[i] ?? ''}
              options={channels.map((channel) => ({ id: channel.id, label: channelTitle(channel) }))}
              onChange={(id) => setChosen(asked.map((_, j) => (j === i ? id : (dimensions[j] ?? ''))))}
              testId={`add-step-dimension-${i}`}
            />
          </Fragment>
        ))}
        {populations.map((name, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: it is known by its place
          <Fragment key={`population ${i}`}>
            <span className="bounds-name">{t('stepPopulation')}</span>
            <DraftInput
              value={name}
              onCommit={(text) => setTyped(populations.map((_, j) => (j === i ? text.trim() : typed[j])))}
              problemOf={problemOf}
              label={t('stepPopulation')}
              testId={`add-step-population-${i}`}
            />
          </Fragment>
        ))}
      </div>
      <p className="settings-actions">
        <Button onClick={() => choose(undefined)}>{t('cancel')}</Button>
        <Button
          kind="primary"
          disabled={isDoubtful || new Set(dimensions).size < dimensions.length}
          onClick={() => {
            onAdd({ dimensions, gate: usual, populations: populations.map((called) => ({ name: called })) });
            choose(undefined);
          }}
          testId="add-step-done"
        >
          {t('addStepDone')}
        </Button>
      </p>
    </section>
  );
}

import { say } from '../../../core/base/message.ts';
import { kindOfTransform, type Transform } from '../../../core/data/transforms/transforms.ts';
import type { UsedChannel } from '../../../core/gating/strategy/used-channels.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { channelTitle } from '../../ui/channel-title.ts';
import { messages } from './messages.ts';

/** On which scale each channel of a gate is drawn, with the parameters as the standard names them. */
export function TransformList({ channels }: { readonly channels: readonly UsedChannel[] }) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <section className="panel-section" aria-label={t('scale')}>
      <h3>{t('scale')}</h3>
      <dl className="facts">
        {channels.map((channel) => [
          <dt key={`${channel.id} name`} className="one-line" title={channelTitle(channel)}>
            {channel.id}
          </dt>,
          <dd key={`${channel.id} scale`} title={parametersOf(channel.transform)}>
            {say(kindOfTransform(channel.transform).words, {}, language)}
            {channel.compensated && <span className="quiet"> · {t('compensated')}</span>}
          </dd>,
        ])}
      </dl>
    </section>
  );
}

/** `T 262,144, W 0.75, M 4.50, A 0.25` */
const parametersOf = ({ kind: _, ...parameters }: Transform): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} ${typeof value === 'number' ? formatValue(value) : value}`)
    .join(', ');

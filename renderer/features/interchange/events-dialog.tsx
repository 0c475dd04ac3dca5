import { useState } from 'react';
import { declaredCommands } from '../../../core/contract/commands.ts';
import type { EventsWanted } from '../../../core/contract/events-wanted.ts';
import { lightOfGate } from '../../../core/gating/strategy/population.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { type AppContext, ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { translator, useLanguage, useMessages } from '../../messages/language.ts';
import { makersOf } from '../../store/document.ts';
import { isStale, selectedResult } from '../../store/selectors.ts';
import { setView } from '../../store/store.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Light } from '../../ui/light.tsx';
import { messages } from './messages.ts';

type Chosen = Pick<EventsWanted, 'format' | 'values'>;

/** The events of the selected population as a file of their own. */
export function EventsDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const title = declaredCommands['population.export-events'].words[language].replace('…', '');
  const path = useWindow(({ view }) => view.population);
  const result = useWindow(selectedResult);
  const stale = useWindow((state) => isStale(state, selectedResult(state)));
  const [chosen, setChosen] = useState<Chosen>({ format: 'fcs', values: 'stored' });
  const analysis = stale ? undefined : result?.analysis?.value;
  const population = analysis?.populations.find((one) => one.path === path);
  const count = path === '' ? result?.facts?.eventCount : population?.count;
  const isCompensated = (analysis?.compensation.source ?? 'none') !== 'none';
  const light = population?.gate && lightOfGate(population.gate);
  return (
    <Dialog label={title} onClose={onClose} testId="events">
      <h2 className="dialog-title">{title}</h2>
      <p>
        {result?.name}, {path === '' ? t('eventsAll') : path.replaceAll('/', ' › ')}
        {count !== undefined && `: ${t('eventsCount', { count: formatCount(count) })}`} {light && <Light light={light} />}
      </p>
      <Field label={t('eventsFormat')}>
        <Choice
          label={t('eventsFormat')}
          value={chosen.format}
          options={[
            { id: 'fcs', label: 'FCS', testId: 'events-fcs' },
            { id: 'csv', label: 'CSV', testId: 'events-csv' },
          ]}
          onChange={(format) => setChosen({ ...chosen, format })}
        />
      </Field>
      <Field label={t('eventsValues')} hint={isCompensated ? t('eventsNames') : t('eventsNotCompensated')}>
        <Choice
          label={t('eventsValues')}
          value={chosen.values}
          options={[
            { id: 'stored', label: t('eventsStored'), testId: 'events-stored' },
            { id: 'linear', label: t('eventsLinear'), testId: 'events-linear' },
            ...(isCompensated ? [{ id: 'compensated' as const, label: t('eventsCompensated'), testId: 'events-compensated' }] : []),
          ]}
          onChange={(values) => setChosen({ ...chosen, values })}
        />
      </Field>
      <div className="dialog-actions">
        <Button
          kind="primary"
          disabled={count === undefined}
          onClick={() => {
            onClose();
            void exportEvents(app, chosen);
          }}
          testId="events-write"
        >
          {t('eventsWrite')}
        </Button>
        <CloseAction onClose={onClose} />
      </div>
    </Dialog>
  );
}

/** The events of the selected population, gated as the window shows it, where a dialog points. */
async function exportEvents(app: AppContext, { format, values }: Chosen): Promise<void> {
  const state = app.store.getState();
  const { population, language } = state.view;
  const result = selectedResult(state);
  const makers = result && makersOf(state, result);
  if (result === undefined || makers === undefined) return;
  const stem = result.name.replace(/\.(fcs|lmd|csv)$/i, '');
  const name = `${[stem, ...population.split('/').slice(-1)].filter((part) => part !== '').join(' ')}.${format}`;
  const wanted: EventsWanted = { dataset: result.dataset, mode: result.mode, population, format, values };
  const written = await attempt(app, () => ask(app.bridge.exportEvents(result.token, JSON.stringify(makers.protocol), wanted, name)));
  if (written) setView(app.store, { message: translator(messages, language)('written', { file: written.name }) });
}

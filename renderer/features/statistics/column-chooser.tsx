import type { StatisticsChoice } from '../../../core/study/arrangement/statistics-choice.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { TableOfSamples } from './choice.ts';
import { messages } from './messages.ts';

export interface ColumnChooserProps {
  readonly table: TableOfSamples;
  readonly onChange: (choice: StatisticsChoice) => void;
}

/** Which statistics of which populations. */
export function ColumnChooser({ table: { populations, statistics, choice }, onChange }: ColumnChooserProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const toggled = (chosen: readonly string[], all: readonly string[], id: string, on: boolean): string[] =>
    all.filter((known) => (known === id ? on : chosen.includes(known)));
  const paths = populations.map(({ path }) => path);
  const ids = statistics.map(({ id }) => id);
  return (
    <aside className="statistics-side">
      <h3>{t('statisticsColumns')}</h3>
      {statistics.map(({ id, title }) => (
        <label key={id} className="statistics-check">
          <input
            type="checkbox"
            checked={choice.statistics.includes(id)}
            onChange={({ target }) => onChange({ ...choice, statistics: toggled(choice.statistics, ids, id, target.checked) })}
            data-testid={`statistic-${id}`}
          />
          {title[language]}
        </label>
      ))}
      <h3>{t('populations')}</h3>
      {populations.map(({ path, name, depth }) => (
        <label key={path} className="statistics-check" style={{ paddingLeft: 12 * depth }}>
          <input
            type="checkbox"
            checked={choice.populations.includes(path)}
            onChange={({ target }) => onChange({ ...choice, populations: toggled(choice.populations, paths, path, target.checked) })}
            data-testid={`statistic-population-${path}`}
          />
          {path === '' ? t('allEvents') : name}
        </label>
      ))}
    </aside>
  );
}

import { fieldNames } from '../../../core/show/layout/layout-text.ts';
import { changeItem, removeItem } from '../../../core/study/arrangement/edit-layout.ts';
import { type Layout, type LayoutItem, layoutStatistics } from '../../../core/study/arrangement/layout.ts';
import { useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { shownAnalysis } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { Field } from '../../ui/field.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { messages } from './messages.ts';

export interface ItemEditorProps {
  readonly item: LayoutItem;
  readonly layout: Layout;
  readonly onChange: (change: (layout: Layout) => Layout) => void;
  readonly onDone: () => void;
}

/** What one item of a page shows. */
export function ItemEditor({ item, onChange, onDone }: ItemEditorProps) {
  const t = useMessages(messages);
  const change = (next: Partial<LayoutItem>) =>
    onChange((layout) => changeItem(layout, item.id, (known) => ({ ...known, ...next }) as LayoutItem));
  const titles = { plot: t('itemPlot'), statistics: t('itemStatistics'), text: t('itemText'), legend: t('itemLegend') };
  return (
    <div data-testid="layout-item">
      <h3 className="layout-item-title">{titles[item.kind]}</h3>
      {item.kind === 'text' && <TextFields item={item} onChange={change} />}
      {item.kind === 'statistics' && <StatisticsFields item={item} onChange={change} />}
      {item.kind === 'plot' && (
        <p className="layout-hint">
          {item.plot.population === '' ? t('allEvents') : item.plot.population.replaceAll('/', ' › ')}
          <br />
          {item.plot.x} × {item.plot.y}
        </p>
      )}
      <Field label={t('itemSample')}>
        <DraftInput
          label={t('itemSample')}
          numeric
          value={String(item.sample + 1)}
          problemOf={(text) => (placeIn(text) === undefined ? '1–100' : undefined)}
          onCommit={(text) => change({ sample: placeIn(text) ?? item.sample })}
          testId="layout-item-sample"
        />
      </Field>
      <div className="layout-item-actions">
        <Button
          icon="trash"
          onClick={() => {
            onChange((layout) => removeItem(layout, item.id));
            onDone();
          }}
          testId="layout-item-remove"
        >
          {t('itemRemove')}
        </Button>
        <Button kind="plain" onClick={onDone}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}

function placeIn(text: string): number | undefined {
  const place = parseNumber(text);
  return place !== undefined && Number.isInteger(place) && place >= 1 && place <= 100 ? place - 1 : undefined;
}

interface FieldsProps<K extends LayoutItem['kind']> {
  readonly item: Extract<LayoutItem, { kind: K }>;
  readonly onChange: (next: Partial<Extract<LayoutItem, { kind: K }>>) => void;
}

function TextFields({ item, onChange }: FieldsProps<'text'>) {
  const t = useMessages(messages);
  return (
    <>
      <textarea
        className="input layout-text"
        value={item.text}
        rows={5}
        maxLength={2000}
        aria-label={t('itemText')}
        onChange={({ target }) => onChange({ text: target.value })}
        onKeyDown={(event) => event.stopPropagation()}
        data-testid="layout-item-text"
      />
      <p className="layout-hint">{t('itemFields', { fields: fieldNames.map((name) => `{${name}}`).join(' ') })}</p>
      <Field label={t('itemSize')}>
        <DraftInput
          label={t('itemSize')}
          numeric
          value={String(item.size)}
          problemOf={(text) => (sizeIn(text) === undefined ? '5–48' : undefined)}
          onCommit={(text) => onChange({ size: sizeIn(text) ?? item.size })}
        />
      </Field>
    </>
  );
}

function sizeIn(text: string): number | undefined {
  const size = parseNumber(text);
  return size !== undefined && size >= 5 && size <= 48 ? size : undefined;
}

const statisticWords = {
  count: 'statisticCount',
  'percent-of-parent': 'statisticParent',
  'percent-of-total': 'statisticTotal',
  medians: 'statisticMedians',
} as const;

function StatisticsFields({ item, onChange }: FieldsProps<'statistics'>) {
  const t = useMessages(messages);
  const populations = useWindow(shownAnalysis)?.populations ?? [];
  const { statistics, populations: chosen } = item;
  return (
    <>
      {layoutStatistics.map((statistic) => (
        <label key={statistic} className="layout-check">
          <input
            type="checkbox"
            checked={statistics.includes(statistic)}
            disabled={statistics.length === 1 && statistics.includes(statistic)}
            onChange={({ target }) =>
              onChange({
                statistics: layoutStatistics.filter((known) => (known === statistic ? target.checked : statistics.includes(known))),
              })
            }
            data-testid={`layout-statistic-${statistic}`}
          />
          {t(statisticWords[statistic])}
        </label>
      ))}
      <h4 className="layout-item-title">{t('itemPopulations')}</h4>
      <div className="layout-populations">
        <label className="layout-check">
          <input type="checkbox" checked={chosen.length === 0} onChange={() => onChange({ populations: [] })} />
          {t('itemAllPopulations')}
        </label>
        {populations.map(({ path, name, depth }) => (
          <label key={path} className="layout-check" style={{ paddingLeft: 12 * depth }}>
            <input
              type="checkbox"
              checked={chosen.includes(path)}
              onChange={({ target }) =>
                onChange({ populations: target.checked ? [...chosen, path] : chosen.filter((known) => known !== path) })
              }
            />
            {path === '' ? t('allEvents') : name}
          </label>
        ))}
      </div>
    </>
  );
}

import { addItem, itemOfPlot, type NewItem } from '../../../core/study/arrangement/edit-layout.ts';
import type { Layout } from '../../../core/study/arrangement/layout.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { tilesOf } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton, type MenuItem } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { plotName } from '../figures/plot-name.ts';
import { addLayout, changeLayout, deleteLayout, exportLayout, exportPagePicture, saveTemplate } from './actions.ts';
import { messages } from './messages.ts';

export interface LayoutBarProps {
  readonly layout: Layout;
  readonly names: readonly string[];
  readonly page: number;
  /** Undefined while samples are being analysed. */
  readonly pages: number | undefined;
  readonly onPage: (page: number) => void;
  readonly onChoose: (name: string | undefined) => void;
  readonly onOpen: () => Promise<void>;
}

const others = ['statistics', 'text', 'legend'] as const;
const fresh: { readonly [K in (typeof others)[number]]: NewItem } = {
  statistics: { kind: 'statistics', populations: [], statistics: ['count', 'percent-of-parent'] },
  text: { kind: 'text', text: '{sample}', size: 10 },
  legend: { kind: 'legend' },
};

/** Which layout, which of its pages, what is put on it, and where it goes. */
export function LayoutBar({ layout, names, page, pages, onPage, onChoose, onOpen }: LayoutBarProps) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const plots = useWindow(tilesOf);
  const itemWords = { statistics: t('itemStatistics'), text: t('itemText'), legend: t('itemLegend') };
  const additions: readonly MenuItem[] = [
    ...others.map((id) => ({ id, label: itemWords[id], testId: `layout-add-${id}` })),
    ...plots.map((plot, i) => ({ id: plot.id, label: `${plotName(plot, language)} · ${plot.x} × ${plot.y}`, lined: i === 0 })),
  ];
  const add = (id: string) => {
    const plot = plots.find((known) => known.id === id);
    const other = others.find((known) => known === id);
    const item = plot ? itemOfPlot(plot) : other && fresh[other];
    if (item) changeLayout(app, layout.name, (known) => addItem(known, item));
  };
  const more = {
    new: { label: t('layoutNew'), perform: () => onChoose(addLayout(app)) },
    open: { label: t('layoutOpenTemplate'), perform: onOpen },
    save: { label: t('layoutSaveTemplate'), perform: () => saveTemplate(app, layout) },
    png: { label: t('layoutPng'), perform: () => exportPagePicture(app, layout, page) },
    delete: {
      label: t('layoutDelete'),
      perform: () => {
        deleteLayout(app, layout.name);
        onChoose(undefined);
      },
    },
  } as const;
  return (
    <div className="layout-bar">
      <Select
        label={t('layoutChoose')}
        value={layout.name}
        options={names.map((id) => ({ id, label: id }))}
        onChange={onChoose}
        testId="layout-choose"
      />
      <MenuButton icon="plus" label={t('itemAdd')} items={additions} onPick={add} testId="layout-add" />
      <span className="layout-pages">
        <IconButton
          icon="left"
          label={t('layoutPrevious')}
          disabled={page === 0}
          onClick={() => onPage(page - 1)}
          testId="layout-previous"
        />
        <span data-testid="layout-page-number">{pages === undefined ? '–' : t('layoutPageOf', { page: page + 1, pages })}</span>
        <IconButton
          icon="right"
          label={t('layoutNext')}
          disabled={pages === undefined || page >= pages - 1}
          onClick={() => onPage(page + 1)}
          testId="layout-next"
        />
      </span>
      <span className="layout-fill" />
      <MenuButton
        icon="more"
        label={t('more')}
        items={(Object.keys(more) as (keyof typeof more)[]).map((id) => ({
          id,
          label: more[id].label,
          lined: id === 'png' || id === 'delete',
          danger: id === 'delete',
          testId: `layout-${id}`,
        }))}
        onPick={(id) => void more[id].perform()}
        testId="layout-more"
      />
      <Button kind="primary" disabled={!pages} onClick={() => void exportLayout(app, layout)} testId="layout-pdf">
        {t('layoutPdf')}
      </Button>
    </div>
  );
}

import './layout.css';
import { useMemo, useState } from 'react';
import type { Layout } from '../../../core/study/arrangement/layout.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { settledResults } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { addLayout, changeLayout, layoutsOf, openTemplate } from './actions.ts';
import { ItemEditor } from './item-editor.tsx';
import { LayoutBar } from './layout-bar.tsx';
import { layoutPages } from './layout-samples.ts';
import { LayoutSettings } from './layout-settings.tsx';
import { messages } from './messages.ts';
import { PagePreview } from './page-preview.tsx';

/** Pages of figures: one layout of the session, arranged by hand and made for every sample or group. */
export function LayoutView() {
  const app = useApp();
  const t = useMessages(messages);
  const layouts = useWindow(layoutsOf);
  const [name, setName] = useState<string>();
  const layout = layouts.find((known) => known.name === name) ?? layouts[0];
  const open = async () => {
    const opened = await openTemplate(app);
    if (opened !== undefined) setName(opened);
  };
  if (layout === undefined)
    return (
      <div className="page" data-testid="layout-page">
        <p className="page-note">{t('layoutNone')}</p>
        <div className="layout-begin">
          <Button kind="primary" icon="plus" onClick={() => setName(addLayout(app))} testId="layout-new">
            {t('layoutNew')}
          </Button>
          <Button icon="folder" onClick={() => void open()}>
            {t('layoutOpenTemplate')}
          </Button>
        </div>
      </div>
    );
  return <OpenLayout key={layout.name} layout={layout} names={layouts.map((known) => known.name)} onChoose={setName} onOpen={open} />;
}

interface OpenLayoutProps {
  readonly layout: Layout;
  readonly names: readonly string[];
  readonly onChoose: (name: string | undefined) => void;
  readonly onOpen: () => Promise<void>;
}

function OpenLayout({ layout, names, onChoose, onOpen }: OpenLayoutProps) {
  const app = useApp();
  const t = useMessages(messages);
  const [page, setPage] = useState(0);
  const [selected, setSelected] = useState<string>();
  const results = useWindow(settledResults);
  const document = useWindow(({ session }) => session.history.present);
  const pages = useMemo(() => results && layoutPages(layout, results, document), [layout, results, document]);
  const at = Math.min(page, Math.max(0, (pages?.length ?? 1) - 1));
  const item = layout.items.find(({ id }) => id === selected);
  const change = (next: (layout: Layout) => Layout) => changeLayout(app, layout.name, next);
  return (
    <div className="layout" data-testid="layout-page">
      <LayoutBar layout={layout} names={names} page={at} pages={pages?.length} onPage={setPage} onChoose={onChoose} onOpen={onOpen} />
      <div className="layout-body">
        {pages === undefined ? (
          <p className="page-note layout-waiting">{t('pageWaiting')}</p>
        ) : (
          <PagePreview
            layout={layout}
            page={pages[at]}
            number={at + 1}
            pages={pages.length}
            selected={selected}
            onSelect={setSelected}
            onChange={change}
          />
        )}
        <aside className="layout-side">
          {item === undefined ? (
            <LayoutSettings layout={layout} names={names} onChange={change} onRename={onChoose} />
          ) : (
            <ItemEditor key={item.id} item={item} layout={layout} onChange={change} onDone={() => setSelected(undefined)} />
          )}
        </aside>
      </div>
    </div>
  );
}

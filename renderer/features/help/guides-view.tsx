import { useEffect, useMemo, useRef, useState } from 'react';
import { useApp } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { SearchField } from '../../ui/search-field.tsx';
import type { GuidePage } from './guide-page.ts';
import { guideIndex, searchGuides } from './guide-search.ts';
import { GuideText } from './guide-text.tsx';
import { guidesIn } from './guides.ts';
import { messages } from './messages.ts';

interface Place {
  readonly page: string;
  readonly anchor: string;
}

/** `window.md#groups` and `#groups`, from the page that they stand on. */
function placeOf(address: string, from: string): Place | undefined {
  const [, page = '', anchor = ''] = /^(?:([\w-]+)\.md)?(?:#(.+))?$/.exec(decodeURI(address)) ?? [];
  return page === '' && anchor === '' ? undefined : { page: page === '' ? from : page, anchor };
}

/** The list of guides or what a search found, beside the page that is read. */
export function GuidesView({ title }: { readonly title: string }) {
  const t = useMessages(messages);
  const { mac } = useApp();
  const language = useLanguage();
  const pages = useMemo(() => guidesIn(language, mac), [language, mac]);
  const index = useMemo(() => guideIndex(pages), [pages]);
  const [asked, setAsked] = useState('');
  const [place, setPlace] = useState<Place>({ page: pages[0]?.name ?? '', anchor: '' });
  const hits = useMemo(() => searchGuides(index, asked), [index, asked]);
  const page = pages.find(({ name }) => name === place.page) ?? pages[0];
  return (
    <div className="guides">
      <nav className="guides-list" aria-label={t('guidePages')}>
        <SearchField value={asked} onChange={setAsked} label={t('guideSearch')} autoFocus testId="guide-search" />
        {asked.trim() === '' ? (
          <ul>
            {pages.map(({ name, title: heading }) => (
              <li key={name}>
                <button
                  type="button"
                  className="guide-entry"
                  aria-current={name === page?.name ? 'page' : undefined}
                  onClick={() => setPlace({ page: name, anchor: '' })}
                  data-testid={`guide-${name}`}
                >
                  {heading}
                </button>
              </li>
            ))}
          </ul>
        ) : (
          <>
            <p className="quiet small" role="status" data-testid="guide-hits">
              {hits.length === 0 ? t('guideNone') : t('guideHits', { count: hits.length })}
            </p>
            <ul>
              {hits.map((hit) => (
                <li key={`${hit.page.name}#${hit.section.anchor}`}>
                  <button
                    type="button"
                    className="guide-entry"
                    onClick={() => setPlace({ page: hit.page.name, anchor: hit.section.anchor })}
                    data-testid="guide-hit"
                  >
                    <strong>{hit.section.title}</strong>
                    <span className="quiet small">{hit.page.title}</span>
                    <span className="small">{hit.excerpt}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
      </nav>
      {page !== undefined && <GuideBody page={page} pages={pages} anchor={place.anchor} onGo={setPlace} title={title} />}
    </div>
  );
}

interface GuideBodyProps {
  readonly page: GuidePage;
  readonly pages: readonly GuidePage[];
  readonly anchor: string;
  readonly onGo: (place: Place) => void;
  readonly title: string;
}

function GuideBody({ page, pages, anchor, onGo, title }: GuideBodyProps) {
  const body = useRef<HTMLElement>(null);
  useEffect(() => {
    const heading = anchor === '' ? null : body.current?.querySelector(`[data-anchor="${CSS.escape(anchor)}"]`);
    if (heading) heading.scrollIntoView({ block: 'start' });
    else body.current?.scrollTo(0, page.name === '' ? 1 : 0);
  }, [page, anchor]);
  const placeAt = (address: string) => placeOf(address, page.name);
  const links = {
    holds: (address: string) => pages.some(({ name }) => name === placeAt(address)?.page),
    go: (address: string) => {
      const place = placeAt(address);
      if (place !== undefined) onGo(place);
    },
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keys
    <article ref={body} className="guide-body selectable" tabIndex={0} aria-label={`${title}: ${page.title}`} data-testid="guide-body">
      {page.sections.map(({ anchor: name, title: heading, depth, tokens }) => {
        const Heading = depth === 1 ? 'h2' : depth === 2 ? 'h3' : 'h4';
        return (
          <section key={name}>
            <Heading data-anchor={name}>{heading}</Heading>
            <GuideText tokens={tokens} {...links} />
          </section>
        );
      })}
    </article>
  );
}

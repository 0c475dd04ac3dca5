import type { DateStyle } from '../../base/written-date.ts';
import type { CohortLane } from '../../study/course/cohort.ts';
import type { Block, SectionedDocument } from '../document/sectioned.ts';
import { type Printing, pageFooter } from '../report/page-footer.ts';
import { type Alignment, cohortHeight, cohortSpan, drawCohort } from './draw-cohort.ts';
import { translator } from './words.ts';

/** A page holds so many lanes. */
const onPage = 50;

/** Many donors as lanes over one axis, then the same as a table. */
export function cohortDocument(
  lanes: readonly CohortLane[],
  options: Printing,
  { align, dates }: { readonly align: Alignment; readonly dates: DateStyle },
): SectionedDocument {
  const { language, generatedAt } = options;
  const t = translator(language);
  const span = cohortSpan(lanes, align);
  const pages = Array.from({ length: Math.ceil(lanes.length / onPage) }, (_, i) => lanes.slice(i * onPage, (i + 1) * onPage));
  return {
    ...{ language, title: t('cohort'), subtitle: t('cohortOf', { donors: lanes.length }), header: t('header'), generatedAt },
    digest: lanes
      .map(({ donor }) => donor)
      .join(' ')
      .slice(0, 2000),
    footer: pageFooter(options),
    blocks: [
      { kind: 'note', text: t('cohortNote') },
      ...pages.map(
        (some): Block => ({
          ...{ kind: 'figure', title: t('cohortNote'), height: cohortHeight(some.length) },
          draw: (width, theme) => drawCohort(some, { width, language, align, theme, dates, span, all: lanes }),
        }),
      ),
      {
        kind: 'table',
        table: {
          heading: t('cohort'),
          columns: [
            { title: t('cohortDonor'), align: 'left', weight: 2 },
            { title: t('diagnosed'), align: 'left', weight: 1.5 },
            { title: t('firstDose'), align: 'left', weight: 1.5 },
            { title: t('infusions'), align: 'right', weight: 1 },
            { title: t('missed'), align: 'right', weight: 1 },
            { title: t('lastKnown'), align: 'left', weight: 1.5 },
          ],
          rows: lanes.map(({ donor, diagnosis, start, infusions, missed, last }) => ({
            cells: [donor, diagnosis ?? '–', start ?? '–', String(infusions), String(missed), last ?? '–'].map((text) => ({ text })),
          })),
          note: undefined,
        },
      },
    ],
  };
}

import type { Language } from '../../../core/base/message.ts';
import { countsSections } from '../../../core/show/report/counts-section.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { textTable } from '../shared/output.ts';

/** Cells per microlitre and dye dilutions as tables for a terminal; empty where none was asked for. */
export const countsText = (analysis: SampleAnalysis, lang: Language): string =>
  countsSections(analysis, lang)
    .map(({ heading, columns, rows, note }) => {
      const table = textTable(
        columns.map(({ title }) => title),
        rows.map(({ cells }) => cells.map(({ text }) => text)),
      );
      return `${heading}\n${table}\n${note === undefined ? '' : `${note}\n`}`;
    })
    .join('');

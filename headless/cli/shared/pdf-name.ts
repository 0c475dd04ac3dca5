import path from 'node:path';
import { Problem } from '../../../core/base/problem.ts';

/** Throws `report-ending` for a file that is not to be a PDF. */
export function checkPdfName(file: string | undefined): void {
  if (file !== undefined && !/\.pdf$/i.test(file))
    throw new Problem('report-ending', otherEnding, { file: path.basename(file) }, { path: file });
}

const otherEnding = {
  en: '{file} is no name of a PDF: let it end in .pdf.',
  ja: '{file}はPDFの名前ではありません。末尾を.pdfにしてください。',
};

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '../../core/base/problem.ts';
import { parseReportTemplate, plainTemplate, type ReportTemplate } from '../../core/show/report/report-template.ts';
import { fileProblem } from '../files/file-source.ts';

export interface LoadedTemplate {
  readonly template: ReportTemplate;
  readonly logo?: Uint8Array;
}

/** A template with its logo, which lies beside it; the plain one where none is named. */
export async function loadTemplate(file: string | undefined): Promise<LoadedTemplate> {
  if (file === undefined) return { template: plainTemplate };
  const read = (at: string) =>
    readFile(at).catch((error: unknown) => {
      throw fileProblem(at, error);
    });
  const template = parseReportTemplate((await read(file)).toString('utf8'));
  if (template.logo === undefined) return { template };
  const at = path.resolve(path.dirname(file), template.logo);
  const logo = await read(at);
  if (!isPicture(logo)) throw new Problem('logo-invalid', notPicture, { file: at }, { path: at });
  return { template, logo };
}

/** By the first bytes: PNG or JPEG, which the report's library can draw. */
const isPicture = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0x89 && bytes[1] === 0x50 && bytes[2] === 0x4e && bytes[3] === 0x47) || (bytes[0] === 0xff && bytes[1] === 0xd8);

const notPicture = { en: 'The logo {file} is neither PNG nor JPEG.', ja: 'ロゴ{file}はPNGまたはJPEGではありません。' };

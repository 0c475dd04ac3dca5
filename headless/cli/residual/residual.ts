import path from 'node:path';
import { ENGINE } from '../../../core/base/engine.ts';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { residualDocument } from '../../../core/show/residual/residual-document.ts';
import { confidenceOf, percentOf, residualRemarks, resultSentences } from '../../../core/show/residual/sentences.ts';
import { translator } from '../../../core/show/residual/words.ts';
import { type CellsCounted, residualCells } from '../../../core/study/residual/cells.ts';
import { describedBy, gatingDigest, keepResidual, type ResidualOrigin } from '../../../core/study/residual/kept-residual.ts';
import { measureResidual, type ResidualResult } from '../../../core/study/residual/measure-residual.ts';
import { writeResidual } from '../../archive/residual-results.ts';
import { writeWhole } from '../../files/write-file.ts';
import { softwareVersion } from '../../host/host.ts';
import { whoWorks } from '../../host/who-works.ts';
import { writeSectioned } from '../../pdf/write-sectioned.ts';
import type { AnalyseFilesOptions } from '../analyse/analyse-options.ts';
import { type ArchiveFlags, nowText, withArchive } from '../archive/archive-flags.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { exitCodes, type FileError, printErrors, printJson, textTable } from '../shared/output.ts';
import { countFiles } from './count-files.ts';
import type { LoadedPlan } from './load-plan.ts';

export interface ResidualOptions extends AnalyseFilesOptions {
  readonly json: boolean;
  readonly blanks: readonly string[];
  readonly count: CellsCounted | undefined;
  /** A PDF. */
  readonly out: string | undefined;
  readonly timeZone: string;
  /** An archive that keeps the result. */
  readonly archive: string | undefined;
}

/** The command `residual`: tubes of one sample by a plan. */
export async function printResidual(
  files: readonly string[],
  { plan, sha256 }: LoadedPlan,
  loaded: LoadedProtocol,
  options: ResidualOptions,
): Promise<number> {
  const { lang, json, count, out, archive } = options;
  const { tubes, blanks, failed } = await countFiles({ files, blanks: options.blanks }, loaded, plan, options);
  const result = measureResidual(plan, tubes, blanks);
  const cells = count && residualCells(result, count);
  const remarks = residualRemarks(plan, tubes, lang);
  const sentences = [...resultSentences(result, cells, lang), ...remarks];
  if (out !== undefined && tubes.length > 0)
    await writeWhole(out, (to) =>
      writeSectioned(
        [
          residualDocument(
            plan,
            { result: withNames(result), cells, subject: tubes[0]?.metadata.lot ?? path.basename(tubes[0]?.file ?? '') },
            {
              ...{ language: lang, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone: options.timeZone },
              ...{ planSha256: sha256, protocol: protocolText(loaded), remarks },
            },
          ),
        ],
        to,
      ),
    );
  const origin = { plan, planSha256: sha256, loaded, cells: count, ...describedBy(tubes) };
  const kept = archive === undefined ? undefined : await keepIn({ archive, lang }, origin, withNames(result), failed);
  if (json)
    printJson({
      plan: { ...result.plan, sha256 },
      protocol: { name: loaded.protocol.name, revision: loaded.protocol.revision, sha256: loaded.sha256 },
      ...residualJson(result, lang),
      ...(cells === undefined ? {} : { cells }),
      sentences,
      ...(out === undefined || tubes.length === 0 ? {} : { report: { file: out } }),
      ...(kept === undefined ? {} : { archive: kept }),
      errors: failed,
    });
  else {
    const line = kept === undefined ? [] : [translator(lang)(kept.isNew ? 'kept' : 'keptBefore', { id: kept.id.slice(0, 12) })];
    process.stdout.write(`${residualText(result, lang)}${[...sentences, ...line].join('\n')}\n`);
  }
  printErrors(failed);
  if (tubes.length === 0) return exitCodes.nothingDone;
  return failed.length + result.refused.length > 0 ? exitCodes.someFailed : exitCodes.done;
}

/** Keeps a result of all its files: one that lacks a file which could not be read would look whole. */
async function keepIn(
  place: Pick<ArchiveFlags, 'archive' | 'lang'>,
  { loaded, ...origin }: Omit<ResidualOrigin, 'protocol' | 'gatingSha256' | 'engine'> & { readonly loaded: LoadedProtocol },
  result: ResidualResult,
  failed: readonly FileError[],
): Promise<{ readonly id: string; readonly isNew: boolean }> {
  if (failed.length > 0 || result.tubes.length === 0) throw new Problem('residual-not-kept', notKept);
  const { name, revision } = loaded.protocol;
  const kept = keepResidual(
    {
      ...origin,
      protocol: { name, revision, sha256: loaded.sha256 },
      gatingSha256: gatingDigest(loaded.protocol),
      engine: ENGINE,
    },
    result,
  );
  let written = { id: '', isNew: false };
  await withArchive(place, async ({ db }) => {
    written = await writeResidual(db, kept, { by: whoWorks(), at: nowText() });
    return exitCodes.done;
  });
  return written;
}

const notKept = {
  en: 'The result was not kept: not all of its files could be counted.',
  ja: '計数できないファイルがあるため、結果をアーカイブに保存しませんでした。',
};

export const protocolText = ({ protocol, sha256 }: LoadedProtocol): string => `${protocol.name}, ${protocol.revision} (SHA-256 ${sha256})`;

/** Files by their names: a folder may hold that of a person. */
export function withNames(result: ResidualResult): ResidualResult {
  const short = <T extends { readonly file: string }>(of: T): T => ({ ...of, file: path.basename(of.file) });
  const { tubes, refused, blanks } = result;
  return {
    ...result,
    tubes: tubes.map(short),
    refused: refused.map(short),
    blanks: blanks && { ...blanks, tubes: blanks.tubes.map(short) },
  };
}

/** A result as JSON: fractions of 1; problems by code, with their sentence. */
export function residualJson({ plan: _, refused, ...result }: ResidualResult, language: Language): object {
  return {
    ...result,
    refused: refused.map(({ file, dataset, problem }) => ({ file, dataset, error: { code: problem.code, message: problem.in(language) } })),
  };
}

function residualText({ tubes, blanks, refused, sum, plan }: ResidualResult, lang: Language): string {
  const t = translator(lang);
  const head = [
    t('file'),
    t('residual'),
    t('among'),
    t('fraction'),
    t('upper', { confidence: confidenceOf(plan.confidence) }),
    t('lod'),
    t('loq'),
    t('state'),
  ];
  const rows = [...tubes, ...(blanks?.tubes ?? [])].map(({ file, n, total, fraction, oneSidedUpper, lod, loq, state }) => [
    file,
    String(n),
    String(total),
    percentOf(fraction),
    percentOf(oneSidedUpper),
    percentOf(lod),
    percentOf(loq),
    t(`state.${state}`),
  ]);
  const table = sum === undefined ? '' : `${textTable(head, rows)}\n\n`;
  return `${table}${refused.map(({ problem }) => `! ${problem.in(lang)} [${problem.code}]\n`).join('')}`;
}

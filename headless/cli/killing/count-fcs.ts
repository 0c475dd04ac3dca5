import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { analyseSample } from '../../../core/analyse.ts';
import type { Keywords } from '../../../core/base/keywords.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { Assay } from '../../../core/study/killing/assay.ts';
import type { Plate } from '../../../core/study/killing/plate.ts';
import type { PlateProblem } from '../../../core/study/killing/read-wells.ts';
import { type CountedPlate, countWells } from '../../../core/study/killing/wells/count-wells.ts';
import { openDataset } from '../../../core/study/sample/raw-sample.ts';
import { fileProblem, openFile } from '../../files/file-source.ts';
import { createPool, createSha256, softwareVersion } from '../../host/host.ts';
import { showProgress } from '../shared/output.ts';

/**
 * The plate with the counts of the FCS files in a folder, beside it where none is named. Undefined where it is not measured from FCS files: its
 * definition names no channels, or its wells hold their counts already.
 */
export async function countFcs(file: string, plate: Plate, assay: Assay, fcs: string | undefined): Promise<CountedPlate | undefined> {
  if (fcs === undefined && (assay.flow === undefined || plate.wells.some(hasCounts))) return undefined;
  const folder = fcs ?? path.dirname(file);
  const names = await readdir(folder).catch((error: unknown) => {
    throw fileProblem(folder, error);
  });
  const files: { readonly name: string; readonly path: string; readonly keywords: Keywords }[] = [];
  const broken: PlateProblem[] = [];
  for (const name of names.filter((one) => /\.(fcs|lmd)$/i.test(one)).sort()) {
    const source = await openFile(path.join(folder, name));
    try {
      files.push({ name, path: path.join(folder, name), keywords: (await openDataset(source, {})).dataset.keywords });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      broken.push({ well: name, effector: undefined, isNote: true, problem: error.inFile(name) });
    } finally {
      await source.close();
    }
  }
  const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256: '' };
  const counted = await countWells(plate, assay, files, async (one, protocol) => {
    const source = await openFile(one.path);
    try {
      return await analyseSample(source, protocol, host, { plots: true, onProgress: (part) => showProgress(one.name, part) });
    } finally {
      await source.close();
    }
  });
  return { ...counted, problems: [...broken, ...counted.problems] };
}

const hasCounts = ({ dead, targets, live }: Plate['wells'][number]): boolean => (dead ?? targets ?? live) !== undefined;

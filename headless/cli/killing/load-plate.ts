import { createHash } from 'node:crypto';
import path from 'node:path';
import { Problem } from '../../../core/base/problem.ts';
import { decodeTable } from '../../../core/base/tables/decode-table.ts';
import { type Assay, parseAssay } from '../../../core/study/killing/assay.ts';
import { measurePlate } from '../../../core/study/killing/measure-plate.ts';
import { type Plate, parsePlate } from '../../../core/study/killing/plate.ts';
import { readGrid, withReadings } from '../../../core/study/killing/plate-grid.ts';
import type { PlateResult } from '../../../core/study/killing/plate-result.ts';
import { readSeries, wellsWithSeries } from '../../../core/study/killing/plate-series.ts';
import { readPlateTable } from '../../../core/study/killing/plate-table.ts';
import type { CountedPlate } from '../../../core/study/killing/wells/count-wells.ts';
import { readDocument } from '../../files/read-document.ts';
import { named } from '../shared/named-problem.ts';
import { countFcs } from './count-fcs.ts';

export interface PlateFlags {
  readonly assay?: string | undefined;
  /** A reader's grid. */
  readonly signals?: string | undefined;
  /** A table of signals over hours. */
  readonly series?: string | undefined;
  readonly hours?: number | undefined;
  readonly targetViability?: number | undefined;
  /** Where the FCS files of wells lie; beside the plate where absent. */
  readonly fcs?: string | undefined;
}

export interface MeasuredPlate {
  readonly file: string;
  readonly sha256: string;
  readonly plate: Plate;
  readonly result: PlateResult;
  readonly pictures: CountedPlate['pictures'];
}

/**
 * A plate from JSON or a table, measured by its own definition or the one that is named.
 * @throws Problem `plate-no-assay` where there is none
 */
export async function loadPlate(file: string, flags: PlateFlags): Promise<MeasuredPlate> {
  const bytes = await readDocument(file);
  const isJson = /\.json$/i.test(file);
  const read = named(file, () =>
    isJson ? parsePlate(decodeTable(bytes)) : readPlateTable(bytes, path.basename(file).replace(/\.[^.]+$/, '')),
  );
  const plate = await filled(read, flags);
  const assay = flags.assay === undefined ? plate.assay : await loadAssay(flags.assay);
  if (assay === undefined) throw new Problem('plate-no-assay', noAssay, { file: path.basename(file) }, { file });
  const counted = await countFcs(file, plate, assay, flags.fcs);
  const ofFiles = counted?.plate.wells.map(({ fcs }) => fcs?.sha256 ?? '').join() ?? '';
  const sha256 = createHash('sha256').update(bytes).update(JSON.stringify(assay)).update(ofFiles).digest('hex');
  if (counted === undefined) return { file, sha256, plate, result: measurePlate(plate, assay), pictures: [] };
  return { file, sha256, plate: counted.plate, result: measurePlate(counted.plate, assay, counted.problems), pictures: counted.pictures };
}

async function filled(plate: Plate, { signals, series, hours, targetViability }: PlateFlags): Promise<Plate> {
  const told = { ...plate, ...(hours === undefined ? {} : { hours }), ...(targetViability === undefined ? {} : { targetViability }) };
  if (series !== undefined) {
    const bytes = await readDocument(series);
    const read = named(series, () => readSeries(bytes, plate.size));
    return { ...told, times: [...read.times], wells: [...wellsWithSeries(told, read)] };
  }
  if (signals === undefined) return told;
  const bytes = await readDocument(signals);
  return withReadings(
    told,
    named(signals, () => readGrid(bytes, plate.size)),
  );
}

async function loadAssay(file: string): Promise<Assay> {
  const bytes = await readDocument(file);
  return named(file, () => parseAssay(decodeTable(bytes)));
}

const noAssay = {
  en: 'The plate {file} names no assay definition: give one with --assay.',
  ja: 'プレート{file}に測定法の定義がありません。--assayで指定してください。',
};

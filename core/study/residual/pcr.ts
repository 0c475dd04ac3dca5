import { Problem } from '../../base/problem.ts';
import { cellsOfDna, copiesOfDroplets, loadWithLimits, proviralLoad, upperOfPcr } from '../../biology/residual/proviral-load.ts';
import { copiesOfCt, type StandardCurve, standardCurve } from '../../biology/residual/standard-curve.ts';
import type { CtWell, DropletWell, PcrTable } from './pcr-table.ts';

/** Copies of one target in one sample; limits where the measurement gives any. */
export interface TargetCopies {
  readonly copies: number;
  readonly low?: number;
  readonly high?: number;
  /** Wells, and in how many of them nothing rose. */
  readonly wells: number;
  readonly silent: number;
}

/** What was put into the reaction. */
export interface DnaAssayed {
  readonly nanograms?: number | undefined;
  readonly picogramsPerCell: number;
  /** In place of the mass by the cells. */
  readonly cells?: number | undefined;
}

/** Proviral load of one sample: copies of tax for 100 cells, two copies of the reference gene a cell. */
export interface PcrResult {
  readonly sample: string;
  readonly isDetected: boolean;
  readonly tax: TargetCopies;
  readonly reference: TargetCopies | undefined;
  readonly per100?: number;
  readonly low?: number;
  readonly high?: number;
  /** Cells that were assayed; where nothing was detected, those of the DNA. */
  readonly cells: number;
  /** Of 1: the most that there may be where nothing was detected. */
  readonly upper?: number;
  readonly confidence: number;
}

/**
 * @throws Problem `pcr-no-reference` where the reference gene gave nothing, `pcr-no-dna` where nothing was detected and what was assayed is not known
 */
export function measurePcr(
  sample: string,
  { tax, reference }: { readonly tax: TargetCopies; readonly reference: TargetCopies | undefined },
  dna: DnaAssayed,
  confidence: number,
): PcrResult {
  if (tax.copies > 0) {
    if (reference === undefined || !(reference.copies > 0)) throw new Problem('pcr-no-reference', noReference, { sample });
    const { per100, cells } = proviralLoad(tax.copies, reference.copies);
    const limits = loadWithLimits(per100, tax, reference);
    return { sample, isDetected: true, tax, reference, per100, ...limits, cells, confidence };
  }
  if (dna.nanograms === undefined || !(dna.nanograms > 0)) throw new Problem('pcr-no-dna', noDna, { sample });
  const cells = dna.cells ?? cellsOfDna(dna.nanograms, dna.picogramsPerCell);
  return { sample, isDetected: false, tax, reference, cells, upper: upperOfPcr(cells, confidence), confidence };
}

/** Which targets a table is read by, and what it takes to make copies of it. */
export interface PcrTargets {
  readonly tax: string;
  readonly reference: string;
  /** Of one droplet; no default. */
  readonly nanolitres: number | undefined;
}

/**
 * Copies by sample; wells of one sample are merged, droplets by their counts.
 * @throws Problem `pcr-droplet-volume`, `pcr-target` where the table lacks a target, `pcr-curve` where its standards make no curve
 */
export function copiesBySample(
  table: PcrTable,
  targets: PcrTargets,
  confidence: number,
): ReadonlyMap<string, { readonly tax: TargetCopies; readonly reference: TargetCopies | undefined }> {
  const of = table.kind === 'droplets' ? dropletCopies(table.wells, targets, confidence) : ctCopies(table.wells, targets, confidence);
  const samples = new Set(table.wells.filter((well) => !('copies' in well && well.copies !== undefined)).map(({ sample }) => sample));
  return new Map(
    [...samples].flatMap((sample) => {
      const tax = of(sample, targets.tax);
      return tax === undefined ? [] : [[sample, { tax, reference: of(sample, targets.reference) }] as const];
    }),
  );
}

type CopiesOf = (sample: string, target: string) => TargetCopies | undefined;

function dropletCopies(wells: readonly DropletWell[], targets: PcrTargets, confidence: number): CopiesOf {
  const { nanolitres } = targets;
  if (nanolitres === undefined || !(nanolitres > 0)) throw new Problem('pcr-droplet-volume', noVolume);
  checkTargets(wells, targets);
  return (sample, target) => {
    const own = wells.filter((well) => well.sample === sample && isTarget(well.target, target));
    const positives = own.reduce((sum, well) => sum + well.positives, 0);
    const accepted = own.reduce((sum, well) => sum + well.accepted, 0);
    const found = accepted === 0 ? undefined : copiesOfDroplets({ positives, accepted }, nanolitres, confidence);
    if (found === undefined) return undefined;
    const silent = own.filter((well) => well.positives === 0).length;
    // copies in all accepted droplets
    const all = (perMicrolitre: number) => (perMicrolitre * nanolitres * accepted) / 1000;
    return { copies: all(found.copiesPerMicrolitre), low: all(found.low), high: all(found.high), wells: own.length, silent };
  };
}

function ctCopies(wells: readonly CtWell[], targets: PcrTargets, confidence: number): CopiesOf {
  checkTargets(wells, targets);
  const curves = new Map<string, StandardCurve>();
  for (const target of [targets.tax, targets.reference]) {
    const standards = wells.flatMap(({ target: is, ct, copies }) =>
      isTarget(is, target) && ct !== undefined && copies !== undefined && copies > 0 ? [{ copies, ct }] : [],
    );
    const curve = standardCurve(standards);
    if (curve === undefined) throw new Problem('pcr-curve', noCurve, { target });
    curves.set(target, curve);
  }
  return (sample, target) => {
    const own = wells.filter((well) => well.sample === sample && well.copies === undefined && isTarget(well.target, target));
    const curve = curves.get(target);
    if (own.length === 0 || curve === undefined) return undefined;
    const cts = own.flatMap(({ ct }) => ct ?? []);
    const counted = { wells: own.length, silent: own.length - cts.length };
    return cts.length === 0 ? { copies: 0, ...counted } : { ...copiesOfCt(curve, cts, confidence), ...counted };
  };
}

function checkTargets(wells: readonly { readonly target: string }[], { tax, reference }: PcrTargets): void {
  for (const target of [tax, reference])
    if (!wells.some((well) => isTarget(well.target, target)))
      throw new Problem('pcr-target', noTarget, { target, targets: [...new Set(wells.map((well) => well.target))].join(', ') });
}

const isTarget = (is: string, wanted: string): boolean => is.normalize('NFKC').toLowerCase() === wanted.normalize('NFKC').toLowerCase();

/** What flow cytometry found on the same day, as fractions: where nothing was detected, from 0 to its upper limit. */
export interface FlowFinding {
  readonly low: number;
  readonly high: number;
}

/** Where the intervals of both methods exclude each other, which of them is higher. Undefined where they do not, or PCR has none. */
export function excludedBy({ isDetected, low, high, upper }: PcrResult, flow: FlowFinding): 'flow-higher' | 'pcr-higher' | undefined {
  const pcr = isDetected
    ? { low: low === undefined ? undefined : low / 100, high: high === undefined ? undefined : high / 100 }
    : { low: 0, high: upper };
  if (pcr.low === undefined || pcr.high === undefined) return undefined;
  return flow.low > pcr.high ? 'flow-higher' : flow.high < pcr.low ? 'pcr-higher' : undefined;
}

const noReference = {
  en: '{sample}: the reference gene gave nothing, and without it there is no load.',
  ja: '{sample}:参照遺伝子が検出されないため、プロウイルス量を算出できません。',
};
const noDna = {
  en: '{sample}: tax was not detected. What that excludes follows from the DNA that was assayed: name its mass.',
  ja: '{sample}:taxは検出されていません。否定できる範囲の算出には、測定に用いたDNA量が必要です。',
};
const noVolume = {
  en: 'Name the volume of a droplet: 0.85 and 0.91 nL are both common, and there is no default.',
  ja: '液滴の容量を指定してください。0.85 nLと0.91 nLの両方が使われるため、既定値はありません。',
};
const noTarget = {
  en: 'The table has no target "{target}"; it has: {targets}.',
  ja: '表に標的「{target}」がありません(表の標的:{targets})。',
};
const noCurve = {
  en: 'The standards of "{target}" make no curve: at least three wells of two amounts are needed, whose Ct falls with copies.',
  ja: '「{target}」の標準試料から検量線を作成できません。2濃度以上、3ウェル以上で、コピー数とともにCtが下がる必要があります。',
};

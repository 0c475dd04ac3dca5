import type { Language } from '../../../core/base/message.ts';
import { comparisonDocument, comparisonSentences } from '../../../core/show/killing/comparison-document.ts';
import { disintegrationTexts } from '../../../core/show/killing/flow-blocks.ts';
import { lysisTable } from '../../../core/show/killing/lysis-table.ts';
import { lysisText, ratioText, unitsText } from '../../../core/show/killing/number-words.ts';
import { degranulationRows, plateDocument, ruleTexts, verdictText } from '../../../core/show/killing/plate-document.ts';
import { type Translate, translator } from '../../../core/show/killing/words.ts';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { type ComparedBy, comparePlates } from '../../../core/study/killing/compare-plates.ts';
import { chartControls, newestCharts } from '../../../core/study/killing/control-chart.ts';
import type { PlateResult } from '../../../core/study/killing/plate-result.ts';
import { writeWhole } from '../../files/write-file.ts';
import { softwareVersion } from '../../host/host.ts';
import { writeSectioned } from '../../pdf/write-sectioned.ts';
import type { TableRow } from '../../tables/table.ts';
import { writeTable } from '../../tables/write-table.ts';
import { describeError, exitCodes, type FileError, printErrors, printJson, textTable } from '../shared/output.ts';
import { controlsIn, keepPlates } from './keep-plates.ts';
import { loadPlate, type MeasuredPlate, type PlateFlags } from './load-plate.ts';

export interface CytotoxicityOptions extends PlateFlags {
  readonly json: boolean;
  readonly lang: Language;
  /** A PDF or an XLSX. */
  readonly out: string | undefined;
  readonly timeZone: string;
  /** An archive that keeps the plates. */
  readonly archive?: string | undefined;
}

/** The command `cytotoxicity`: lysis and lytic units of plates, and whether each is valid. */
export async function printPlates(files: readonly string[], options: CytotoxicityOptions): Promise<number> {
  const { json, lang, out } = options;
  const { plates, failed } = await loadAll(files, options);
  if (out !== undefined && plates.length > 0) await writeOut(plates, out, options);
  const kept = options.archive === undefined ? [] : await keepPlates(plates, { archive: options.archive, lang });
  if (json)
    printJson({
      plates: plates.map(({ file, sha256, result }, i) => ({
        file,
        sha256,
        ...plateJson(result, lang),
        ...(kept[i] && { archive: kept[i] }),
      })),
      ...(out === undefined || plates.length === 0 ? {} : { report: { file: out } }),
      errors: failed,
    });
  else for (const { file, result } of plates) process.stdout.write(`${file}\n${plateText(result, lang)}\n\n`);
  printErrors(failed);
  if (plates.length === 0) return exitCodes.nothingDone;
  return failed.length > 0 || plates.some(({ result }) => result.problems.length > 0) ? exitCodes.someFailed : exitCodes.done;
}

/** The command `cytotoxicity compare`: methods, days or donors side by side. */
export async function printComparison(files: readonly string[], by: ComparedBy, options: CytotoxicityOptions): Promise<number> {
  const { json, lang, out } = options;
  const { plates, failed } = await loadAll(files, options);
  const [first] = plates;
  if (first !== undefined) {
    const comparison = comparePlates(
      plates.map(({ result }) => result),
      by,
    );
    const sentences = comparisonSentences(comparison, lang);
    if (out !== undefined) {
      const about = { language: lang, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone: options.timeZone };
      const charts = newestCharts(plates.map(({ result }) => result));
      const digest = plates
        .map(({ sha256 }) => sha256.slice(0, 8))
        .join(' ')
        .slice(0, 2000);
      await writeWhole(out, (to) =>
        writeSectioned([comparisonDocument(comparison, { ...about, assay: first.result.assay, digest, charts })], to),
      );
    }
    if (json) printJson({ ...comparison, sentences, errors: failed });
    else {
      const t = translator(lang);
      const rows = comparison.groups.flatMap(({ group, mean }) =>
        (['total', 'nk'] as const).map((axis) => {
          const of = mean[axis];
          return [
            group,
            t(`axis.${axis}`),
            String(of?.lots ?? 0),
            ratioText(of?.value),
            of === undefined ? '–' : `${ratioText(of.low)}–${ratioText(of.high)}`,
          ];
        }),
      );
      const head = [t('group'), t('axis'), t('lots'), t('mean', { percent: comparison.percent }), t('interval')];
      process.stdout.write(`${textTable(head, rows)}\n\n${sentences.join('\n')}\n`);
    }
  }
  printErrors(failed);
  if (first === undefined) return exitCodes.nothingDone;
  return failed.length > 0 ? exitCodes.someFailed : exitCodes.done;
}

async function loadAll(files: readonly string[], options: CytotoxicityOptions) {
  const plates: MeasuredPlate[] = [];
  const failed: FileError[] = [];
  for (const file of files) {
    try {
      plates.push(await loadPlate(file, options));
    } catch (error) {
      failed.push(describeError(file, error, options.lang));
    }
  }
  const results = chartControls(
    plates.map(({ result }) => result),
    options.archive === undefined ? [] : await controlsIn({ archive: options.archive, lang: options.lang }),
  );
  return { plates: plates.map((plate, i) => ({ ...plate, result: results[i]! })), failed };
}

/** A result as JSON: percent, problems by code with their sentence. */
const plateJson = ({ effectors, problems, ...result }: PlateResult, language: Language): object => ({
  ...result,
  effectors: effectors.map(({ withheld, ...effector }) => ({
    ...effector,
    withheld: withheld.map((problem) => ({ code: problem.code, message: problem.in(language) })),
  })),
  problems: problems.map(({ problem, ...place }) => ({ ...place, error: { code: problem.code, message: problem.in(language) } })),
});

function plateText({ assay, effectors, rules, verdict, problems, excluded, gates }: PlateResult, lang: Language): string {
  const t = translator(lang);
  const lysis = effectors.flatMap(({ effector, rows }) =>
    rows.flatMap((row) =>
      [{ lysis: row.lysis, form: row.form }, ...(row.other === undefined ? [] : [row.other])].map(({ lysis: of, form }) => [
        effector.id,
        ratioText(row.ratios.total),
        ratioText(row.ratios.viable),
        ratioText(row.ratios.nk),
        String(row.wells.length),
        lysisText(of.value),
        Number.isFinite(of.low) ? `${lysisText(of.low)}–${lysisText(of.high)}` : '–',
        t(`form.${form}`),
      ]),
    ),
  );
  const units = effectors.flatMap(({ effector, units: of }) =>
    of.map(({ percent, axes, potency }) => [
      effector.id,
      `LU${percent}`,
      unitsText(axes.total, t),
      unitsText(axes.viable, t),
      unitsText(axes.nk, t),
      unitsText(potency && { state: 'value', ...potency }, t),
    ]),
  );
  return [
    verdictText({ verdict, assay }, t),
    ...problems.map(({ well, problem }) => `! ${well}: ${problem.in(lang)} [${problem.code}]`),
    ...effectors.flatMap(({ effector, withheld }) =>
      withheld.map((problem) => `! ${effector.id}: ${t('withheld')}. ${problem.in(lang)} [${problem.code}]`),
    ),
    ...excluded.map(({ well, reason }) => `- ${well}: ${reason}`),
    ...disintegrationTexts(rules, t),
    ...gates.map(
      ({ gate, channel, at, light }) =>
        `${t(`gate.${gate}`)}: ${channel}${at === undefined ? '' : ` ${formatCount(Math.round(at))}`} (${t(`light.${light}`)})`,
    ),
    '',
    textTable([t('effector'), t('ratioTotal'), t('ratioViable'), t('ratioNk'), t('wells'), t('lysis'), t('interval'), t('formed')], lysis),
    '',
    ...kineticsText(effectors, t),
    ...degranulationText(effectors, t),
    textTable([t('effector'), t('unit'), t('perTotal'), t('perViable'), t('perNk'), t('potency')], units),
    '',
    textTable(
      [t('rule'), t('value'), t('limit'), t('verdict')],
      rules.map((rule) => ruleTexts(rule, t)),
    ),
  ].join('\n');
}

/** KT50 and area, where wells were measured over hours. */
function kineticsText(effectors: PlateResult['effectors'], t: Translate): readonly string[] {
  const rows = effectors.flatMap(({ effector, rows: own }) =>
    own.flatMap(({ ratios, kinetics }) =>
      kinetics === undefined ? [] : [[effector.id, ratioText(ratios[effector.basis]), ratioText(kinetics.kt50), ratioText(kinetics.area)]],
    ),
  );
  return rows.length === 0 ? [] : [textTable([t('effector'), t('axisRatio'), t('kt50'), t('kineticsArea')], rows), ''];
}

function degranulationText(effectors: PlateResult['effectors'], t: Translate): readonly string[] {
  const rows = effectors.flatMap(degranulationRows);
  const head = [
    t('effector'),
    t('axisRatio'),
    t('wells'),
    t('degranulated'),
    t('degranulatedAlone'),
    t('degranulationDelta'),
    t('interval'),
  ];
  return rows.length === 0 ? [] : [textTable(head, rows), ''];
}

/** A name of a table; anything else is a PDF. */
export const isTable = (out: string): boolean => /\.(xlsx|csv|parquet)$/i.test(out);

async function writeOut(plates: readonly MeasuredPlate[], out: string, { lang, timeZone }: CytotoxicityOptions): Promise<void> {
  if (isTable(out)) {
    const { columns, rows } = lysisTable(plates.map(({ result }) => result));
    return writeTable({ name: 'lysis', columns, rows: once(rows) }, out);
  }
  const about = { language: lang, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone };
  return writeWhole(out, (to) =>
    writeSectioned(
      plates.map(({ plate, result, sha256, pictures }) => plateDocument(plate, result, { ...about, sha256, pictures })),
      to,
    ),
  );
}

async function* once(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  yield rows;
}

import { Problem } from '../../../core/base/problem.ts';
import { isOver } from '../../../core/biology/ledger/book/states.ts';
import { bookOfLot } from '../../../core/biology/ledger/books.ts';
import type { LaboratoryRules } from '../../../core/biology/ledger/entry/laboratory-rules.ts';
import { type LabelPaper, labelPages } from '../../../core/show/ledger/labels.ts';
import { laboratoryRules, setLaboratoryRules } from '../../archive/laboratory-rules.ts';
import { ledgerEvents } from '../../archive/ledger.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { writeWhole } from '../../files/write-file.ts';
import { softwareVersion } from '../../host/host.ts';
import { writeDrawings } from '../../pdf/write-drawings.ts';
import { exitCodes, printJson } from '../shared/output.ts';
import type { LotOptions } from './lots.ts';

/** `lot labels`: of what a lot holds, or of some of it. */
export async function printLabels(
  { db }: Archive,
  lot: string,
  {
    json,
    lang,
    out,
    only,
    paper,
  }: LotOptions & { readonly out: string; readonly only: readonly string[] | undefined; readonly paper: LabelPaper },
): Promise<number> {
  const { materials } = bookOfLot(await ledgerEvents(db), lot).book;
  const own = [...materials.values()].filter((material) => material.lot === lot);
  const unknown = only?.find((id) => !own.some((material) => material.id === id));
  if (unknown !== undefined) throw new Problem('material-unknown', notThere, { material: unknown, lot });
  const labels = own.filter(({ id, state }) => only?.includes(id) ?? !isOver(state));
  if (labels.length === 0) throw new Problem('labels-none', none, { lot });
  const pages = await labelPages(labels, paper, lang);
  const about = { title: lot, language: lang, software: `Lymphoscope ${softwareVersion()}`, generatedAt: new Date().toISOString() };
  await writeWhole(out, (to) => writeDrawings(pages, to, about));
  if (json) printJson({ labels: labels.map(({ id }) => id), pages: pages.length, file: out });
  else process.stdout.write(`${out}\n`);
  return exitCodes.done;
}

export interface RuleFlags {
  readonly pseudonym?: string;
  readonly labels?: 'required' | 'optional';
  readonly witness?: 'required' | 'optional';
}

/** `lot rules`: shows them, and sets those that are given. */
export async function ruleBook({ db }: Archive, { pseudonym, labels, witness }: RuleFlags, { json }: LotOptions): Promise<number> {
  const known = await laboratoryRules(db);
  const rules: LaboratoryRules = {
    ...kept('pseudonym', pseudonym ?? known.pseudonym),
    ...kept('labels', labels === undefined ? known.labels : labels === 'required' ? labels : undefined),
    ...kept('witness', witness === undefined ? known.witness : witness === 'required' ? witness : undefined),
  };
  if (pseudonym !== undefined || labels !== undefined || witness !== undefined) await setLaboratoryRules(db, rules);
  if (json) printJson({ rules });
  else
    process.stdout.write(
      `pseudonym: ${rules.pseudonym ?? '–'}\nlabels: ${rules.labels ?? 'optional'}\nwitness: ${rules.witness ?? 'optional'}\n`,
    );
  return exitCodes.done;
}

const kept = <K extends string, V>(name: K, value: V | undefined): { readonly [key in K]?: V } =>
  value === undefined ? {} : ({ [name]: value } as { readonly [key in K]: V });

const notThere = { en: 'Lot {lot} holds no "{material}".', ja: 'ロット{lot}に「{material}」はありません。' };
const none = { en: 'Lot {lot} holds nothing that needs a label.', ja: 'ロット{lot}にはラベルが必要な対象がありません。' };

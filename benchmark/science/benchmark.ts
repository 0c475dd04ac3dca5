import { readFile } from 'node:fs/promises';
import { readJsonDocument } from '../../core/base/json-document.ts';
import { printJson, textTable } from '../../headless/cli/shared/output.ts';
import { type Outcome, runVector, vectorsSchema } from './vectors.ts';

const vectorsKind = {
  code: 'vectors-invalid',
  name: { en: 'vectors of known answers', ja: '検証ベクトル' },
  schema: vectorsSchema,
};

/** The command `benchmark science`: formulas of lysis, rare events, lots, doses and courses against vectors of known answers. */
export async function benchmarkScience(file: string, { json }: { readonly json: boolean }): Promise<number> {
  const { vectors } = readJsonDocument(await readFile(file, 'utf8'), vectorsKind);
  const outcomes = vectors.map(runVector);
  if (json)
    printJson({
      vectors: outcomes.map(({ id, group, ok, expected, got, problem }) => ({
        id,
        group,
        ok,
        expected,
        got,
        ...(problem ? { problem } : {}),
      })),
    });
  else process.stdout.write(`${tableOf(outcomes)}\n`);
  const unknown = [...new Set(outcomes.filter(({ isKnown }) => !isKnown).map(({ group }) => group))];
  if (unknown.length > 0) process.stderr.write(`not known here: ${unknown.join(', ')}\n`);
  return outcomes.some(({ isKnown, ok }) => isKnown && !ok) ? 1 : 0;
}

function tableOf(outcomes: readonly Outcome[]): string {
  const groups = [...new Set(outcomes.map(({ group }) => group))];
  return textTable(
    ['group', 'vectors', 'right', 'wrong'],
    groups.map((group) => {
      const own = outcomes.filter((outcome) => outcome.group === group);
      const wrong = own.filter(({ ok }) => !ok).map(({ id }) => id);
      return [group, String(own.length), String(own.length - wrong.length), wrong.join(' ')];
    }),
  );
}

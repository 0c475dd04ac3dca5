import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { checkDocumentOf } from '../../../../core/base/json-document.ts';
import type { Problem } from '../../../../core/base/problem.ts';
import { rule } from '../../../../core/base/rule.ts';
import { profileSchema } from '../../../../core/biology/profiles/profile.ts';
import { transformSchema } from '../../../../core/data/transforms/transforms.ts';
import { specificationSchema } from '../../../../core/study/specification/specification.ts';

const root = path.resolve(import.meta.dirname, '..', '..', '..', '..');
const name = { en: 'document', ja: '文書' };

function problemOf(schema: z.ZodType, document: unknown): Problem {
  try {
    checkDocumentOf(document, { code: 'document-invalid', name, schema });
  } catch (error) {
    return error as Problem;
  }
  throw new Error('nothing is wrong with it');
}

describe('a rule of a schema', () => {
  it('is said in both languages, at its place', () => {
    const wrong = { en: 'they rise', ja: '昇順でなければなりません' };
    const schema = z.strictObject({
      a: z.strictObject({ values: z.array(z.number()).optional() }).refine(() => false, rule(wrong, 'values')),
    });
    for (const a of [{ values: [2, 1] }, {}]) {
      const problem = problemOf(schema, { a });
      expect(problem.in('en')).toBe('The document cannot be used at "a.values": they rise.');
      expect(problem.in('ja')).toBe('文書の「a.values」が正しくありません: 昇順でなければなりません。');
    }
  });

  it('reaches a person from wherever it stands', () => {
    const item = { feature: 'nk', unit: '%', source: 'SOP 1' };
    const specification = (changed: object) => ({ product: { en: 'A', ja: 'A' }, items: [{ ...item, ...changed }] });
    expect(problemOf(specificationSchema, specification({ atLeast: 9, atMost: 8 })).in('ja')).toContain('下限が上限を上回っています');
    expect(problemOf(specificationSchema, specification({})).in('ja')).toContain('下限か上限');
    expect(problemOf(transformSchema, { kind: 'logicle', T: 262144, W: 4, M: 4.5, A: 0 }).in('ja')).toContain('W <= M / 2');
    expect(profileSchema.safeParse({}).success).toBe(false);
  });

  it('says of a limit whether it belongs', () => {
    const schema = z.strictObject({ a: z.number().positive().lt(5).optional(), b: z.number().min(1).max(2).optional() });
    const said = (document: object) => problemOf(schema, document).in('en').split(': ')[1];
    expect([{ a: 0 }, { a: 5 }, { b: 0 }, { b: 3 }].map(said)).toEqual([
      '0 is not above 0.',
      '5 is not below 5.',
      '0 is below 1.',
      '3 is above 2.',
    ]);
  });

  it('is the only way in which a schema is told why', () => {
    const bare = ['core', 'headless', 'electron', 'renderer'].flatMap((part) =>
      readdirSync(path.join(root, part), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file))
        .map((file) => path.join(part, file))
        .filter((file) => {
          const text = readFileSync(path.join(root, file), 'utf8');
          const asked = text.match(/\.(refine|addIssue)\(/g) ?? [];
          return asked.length > (text.match(/(?<!\w)rule\(/g) ?? []).length;
        }),
    );
    expect(bare).toEqual([]);
  });
});

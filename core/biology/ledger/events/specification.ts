import * as z from 'zod';
import { rule } from '../../../base/rule.ts';
import { forbid, testNeeds } from '../book/book.ts';
import { eventKind } from './kind.ts';
import { idSchema, textSchema } from './shared.ts';

const shortSchema = z.string().trim().min(1).max(200);

const testSchema = z
  .strictObject({
    test: shortSchema,
    method: shortSchema.optional(),
    unit: z.string().trim().min(1).max(40).optional(),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    expected: shortSchema.optional(),
    needed: z.enum(testNeeds),
  })
  .refine(
    ({ atLeast, atMost, expected }) => (expected !== undefined) !== (atLeast !== undefined || atMost !== undefined),
    rule({
      en: 'a test has limits in numbers, or a text that is expected, and one of the two',
      ja: '試験項目には数値の限度または期待される結果のいずれか一方が必要です',
    }),
  )
  .refine(
    ({ atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }) => atLeast <= atMost,
    rule({ en: 'the lower limit of the test lies above the upper one', ja: '試験の下限が上限を上回っています' }),
  );

/** The tests that a lot has to pass, by a version of a document. The version that was set last stands. */
export const specification = eventKind({
  words: { en: 'setting of a specification', ja: '規格の設定' },
  schema: z.strictObject({
    document: shortSchema,
    version: z.string().trim().min(1).max(40),
    approved: z.strictObject({ by: idSchema, on: z.iso.date() }),
    tests: z
      .array(testSchema)
      .min(1)
      .max(60)
      .refine(
        (tests) => new Set(tests.map(({ test }) => test)).size === tests.length,
        rule({ en: 'a test stands there twice', ja: '同じ試験項目が2回記載されています' }),
      ),
    /** Expiry after thaw. */
    hoursAfterThaw: z.number().gt(0).max(1000).optional(),
    note: textSchema.optional(),
  }),
  apply(book, { document, version, approved, tests, hoursAfterThaw }, facts) {
    const { lot, seq, on } = facts;
    const isThere = book.specifications.some((one) => one.lot === lot && one.document === document && one.version === version);
    if (isThere) forbid(facts, 'specification-twice', twice, { document, version, lot }, 'version');
    if (approved.on > on) forbid(facts, 'specification-unapproved', later, { document, version, on: approved.on }, 'approved.on');
    return { ...book, specifications: [...book.specifications, { lot, seq, document, version, approved, tests, hoursAfterThaw }] };
  },
});

const twice = {
  en: 'Lot {lot} has version {version} of {document} already: a change is a new version.',
  ja: 'ロット{lot}には{document}の版{version}がすでにあります。変更は新しい版として記入してください。',
};
const later = {
  en: 'Version {version} of {document} was approved on {on}, after it is set.',
  ja: '{document}の版{version}の承認日({on})が設定日より後です。',
};

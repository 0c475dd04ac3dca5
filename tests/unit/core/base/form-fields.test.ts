import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type FormField, formFields } from '../../../../core/base/form-fields.ts';
import { kindOfStep, type Step, stepKinds } from '../../../../core/gating/automatic/steps.ts';

const all = (fields: readonly FormField[]): readonly FormField[] =>
  fields.flatMap((field) => [field, ...(field.kind === 'group' ? all(field.fields) : [])]);

describe('the fields of settings', () => {
  it('follow from a zod schema: kinds, limits, defaults, words', () => {
    const schema = z.strictObject({
      kind: z.literal('any'),
      spread: z.number().min(1).max(5).default(2).meta({ en: 'spread', ja: '広がり' }),
      events: z.int().min(10).optional(),
      keep: z.enum(['above', 'below']),
      hidden: z.number().optional().meta({ readOnly: true }),
      isWide: z.boolean().default(false),
      place: z.tuple([z.number(), z.number()]),
    });
    expect(formFields(schema)).toEqual([
      {
        name: 'spread',
        words: { en: 'spread', ja: '広がり' },
        kind: 'number',
        isWhole: false,
        min: 1,
        max: 5,
        initial: 2,
        isOptional: false,
      },
      expect.objectContaining({ name: 'events', kind: 'number', isWhole: true, min: 10, isOptional: true }),
      expect.objectContaining({
        name: 'keep',
        kind: 'choice',
        choices: ['above', 'below'].map((id) => ({ id, words: { en: id, ja: id } })),
      }),
      expect.objectContaining({ name: 'isWide', kind: 'yes-or-no', initial: false }),
      expect.objectContaining({
        name: 'place',
        kind: 'group',
        fields: [expect.objectContaining({ name: '0', kind: 'number' }), expect.objectContaining({ name: '1' })],
      }),
    ]);
  });

  it.each(Object.keys(stepKinds) as Step['kind'][])('have words in both languages for every setting of %s', (kind) => {
    const { schema, dimensions, gateDimensions, names, usual } = kindOfStep({ kind });
    const fields = all(formFields(schema));
    for (const field of fields) {
      expect(field.words).not.toEqual({ en: field.name, ja: field.name });
      if (field.kind === 'choice') for (const { words } of field.choices) expect(words.ja).not.toBe(words.en);
    }
    expect(fields.map(({ name }) => name)).not.toContain('sameRun');
    expect(schema.parse(usual)).toEqual(usual);
    expect(usual.kind).toBe(kind);
    expect(gateDimensions).toBeLessThanOrEqual(dimensions.length);
    expect(names(['CD3', 'CD56']).length).toBeGreaterThan(0);
  });
});

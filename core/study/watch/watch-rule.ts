import * as z from 'zod';
import { roles, sampleMetadataSchema } from '../../data/metadata/sample-metadata.ts';
import { columnSchema } from './verdict-columns.ts';

const place = z.string().trim().min(1).max(1000);

/** What becomes of acquisitions that appear in a folder. Folders and files are absolute, or below the share that their first part names. */
const watchRuleSchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  /** Looked through with all that lies below it. */
  folder: place,
  /** Names of files, with `*` and `?`; upper and lower case are one. */
  files: z.string().min(1).max(200).default('*'),
  /** Digest of a version of a protocol that the archive keeps. */
  protocol: z.string().regex(/^[0-9a-f]{64}$/),
  /** What holds for every file of the folder. */
  sample: sampleMetadataSchema
    .omit({ role: true })
    .partial()
    .extend({ role: z.enum(roles).optional() })
    .optional(),
  /** Where the name of a file, without its ending, says lot, donor, culture or day: `{lot}_{donor}_d{day}_*`. */
  named: z.string().min(1).max(200).optional(),
  /** Files of before this moment are left alone: ISO 8601 in UTC. */
  since: z.iso.datetime(),
  certificate: z.strictObject({ folder: place, template: place.optional(), language: z.enum(['en', 'ja']).default('en') }).optional(),
  /** One growing table: a line a run. */
  table: z.strictObject({ file: place, columns: z.array(columnSchema).min(1).max(200) }).optional(),
  /** A table of its own for each run, for a laboratory information system that takes files from a folder. */
  drop: z.strictObject({ folder: place, columns: z.array(columnSchema).min(1).max(200) }).optional(),
});
export type WatchRule = z.infer<typeof watchRuleSchema>;

/** How a wrong rule is refused. */
export const watchRuleKind = {
  code: 'watch-rule-invalid',
  name: { en: 'watch rule', ja: '監視ルール' },
  schema: watchRuleSchema,
} as const;

/** Whether a file is one of a rule's, by its name. */
export function isNamedBy({ files }: Pick<WatchRule, 'files'>, fileName: string): boolean {
  return patternOf(files, () => undefined).test(fileName);
}

/** What the name of a file says by the rule's pattern; nothing where it does not fit. */
export function metadataOfName(pattern: string, fileName: string): { readonly [field in NamedField]?: string | number } {
  const fields: NamedField[] = [];
  const found = patternOf(pattern, (field) => fields.push(field)).exec(fileName.replace(/\.[^.]*$/, ''));
  if (found === null) return {};
  return Object.fromEntries(
    fields.flatMap((field, i): readonly (readonly [NamedField, string | number])[] => {
      const text = found[i + 1]!.trim();
      if (field !== 'day') return text === '' ? [] : [[field, text]];
      return /^\d+(\.\d+)?$/.test(text) ? [[field, Number(text)]] : [];
    }),
  );
}

type NamedField = 'lot' | 'donor' | 'culture' | 'day';

function patternOf(pattern: string, onField: (field: NamedField) => void): RegExp {
  const parts = pattern.split(/(\{(?:lot|donor|culture|day)\}|\*|\?)/).map((part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (/^\{(lot|donor|culture|day)\}$/.test(part)) {
      onField(part.slice(1, -1) as NamedField);
      return '(.+?)';
    }
    return part.replace(/[\\^$.+()[\]{}|]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'iu');
}

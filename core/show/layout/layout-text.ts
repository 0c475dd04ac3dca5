import type { SampleMetadata } from '../../data/metadata/sample-metadata.ts';

/** What the fields of a text stand for. */
export interface FieldSource {
  readonly file: string;
  readonly metadata: SampleMetadata;
  readonly events: number;
  /** The value that a group of samples shares. */
  readonly value: string | undefined;
  readonly page: number;
  readonly pages: number;
}

const fields: { readonly [name: string]: (of: FieldSource) => string | number | undefined } = {
  sample: ({ file }) => file,
  events: ({ events }) => events,
  group: ({ value }) => value,
  lot: ({ metadata }) => metadata.lot,
  donor: ({ metadata }) => metadata.donor,
  day: ({ metadata }) => metadata.day,
  run: ({ metadata }) => metadata.run,
  role: ({ metadata }) => metadata.role,
  culture: ({ metadata }) => metadata.culture,
  product: ({ metadata }) => metadata.product,
  method: ({ metadata }) => metadata.declaredMethod,
  page: ({ page }) => page,
  pages: ({ pages }) => pages,
};

export const fieldNames = Object.keys(fields);

/** A text with its fields filled; what is not known is a dash, what is no field stays as it is written. */
export const filledText = (text: string, source: FieldSource | undefined): string =>
  text.replace(/\{(\w+)\}/g, (written, name: string) => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) return written;
    return source === undefined ? '–' : String(field(source) ?? '–');
  });

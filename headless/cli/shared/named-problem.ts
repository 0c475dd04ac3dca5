import { Problem } from '../../../core/base/problem.ts';

/** What is wrong with a document is said under its own name, not under that of the FCS file beside it. */
export function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { en, ja } = error.sentence;
    throw new Problem(
      error.code,
      { en: `{document}: ${en}`, ja: `{document}: ${ja}` },
      { ...error.values, document: file },
      {
        ...error.place,
        path: error.place.path || file,
      },
    );
  }
}

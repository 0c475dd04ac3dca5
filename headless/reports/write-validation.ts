import type { Language } from '../../core/base/message.ts';
import { validationDocument } from '../../core/show/validation/validation-document.ts';
import type { ValidatedSessions } from '../../core/study/validation/own-validation.ts';
import { writeWhole } from '../files/write-file.ts';
import { softwareVersion } from '../host/host.ts';
import { writeSectioned } from '../pdf/write-sectioned.ts';

/** Automatic gates against two persons as one page, whole or not at all. */
export async function writeValidation(validated: ValidatedSessions, file: string, language: Language): Promise<void> {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const printing = { language, timeZone, generatedAt: new Date().toISOString(), version: softwareVersion() };
  await writeWhole(file, (out) => writeSectioned([validationDocument(validated, printing)], out));
}

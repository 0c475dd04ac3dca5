import { createHash } from 'node:crypto';
import type { Language } from '../../core/base/message.ts';
import { validationDocument } from '../../core/show/validation/validation-document.ts';
import type { ValidatedSessions } from '../../core/study/validation/own-validation.ts';
import { writeWhole } from '../files/write-file.ts';
import { softwareVersion } from '../host/host.ts';
import { writeSectioned } from '../pdf/write-sectioned.ts';

/** Automatic gates against two persons as one page, whole or not at all. */
export async function writeValidation(
  { validation, protocol, changed, digests }: ValidatedSessions,
  file: string,
  language: Language,
): Promise<void> {
  const document = validationDocument(validation, {
    ...{ language, generatedAt: new Date().toISOString(), version: softwareVersion() },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...{ protocol, changed, digest: createHash('sha256').update(digests.join(' ')).digest('hex') },
  });
  await writeWhole(file, (out) => writeSectioned([document], out));
}

import { localTime } from '../../base/local-time.ts';
import type { Language } from '../../base/message.ts';
import { translator } from './messages.ts';
import type { Footer } from './model.ts';

/** Who makes a document, when and in which language. */
export interface Printing {
  readonly language: Language;
  /** ISO 8601 in UTC, handed in. */
  readonly generatedAt?: string;
  readonly version: string;
  /** IANA name of the zone in which times are printed. */
  readonly timeZone: string;
}

/** What stands under every page. */
export function pageFooter({ language, generatedAt, version, timeZone }: Printing): Footer {
  const t = translator(language);
  return {
    researchUse: t('researchUse'),
    software: t('version', { version }),
    generated: generatedAt === undefined ? undefined : t('generated', { when: localTime(generatedAt, timeZone) }),
    pageOf: (page, pages) => t('page', { page, pages }),
  };
}

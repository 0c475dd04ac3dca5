import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Language } from '../core/base/message.ts';
import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import { type Answer, analysesFromJson } from '../core/contract/bridge.ts';
import { type DocumentData, documentOf } from '../core/contract/document-data.ts';
import type { DrawnPage } from '../core/contract/drawn-pages.ts';
import type { EventsWanted } from '../core/contract/events-wanted.ts';
import type { ReportParts } from '../core/contract/report-parts.ts';
import { figurePictures } from '../core/show/report/methods-figure.ts';
import { parseProtocol } from '../core/study/protocol/protocol.ts';
import type { FileVerdict } from '../headless/archive/watch-verdicts.ts';
import { type PoolSource, poolEvents } from '../headless/events/pool-events.ts';
import { writeEvents } from '../headless/events/write-events.ts';
import { writeWhole } from '../headless/files/write-file.ts';
import { digestJobs } from '../headless/helper-thread/digest-jobs.ts';
import { softwareVersion } from '../headless/host/host.ts';
import { packSession } from '../headless/packed/pack-session.ts';
import { unpackSession } from '../headless/packed/unpack-session.ts';
import { writeDrawings } from '../headless/pdf/write-drawings.ts';
import { writeSectioned } from '../headless/pdf/write-sectioned.ts';
import { type CertifiedSample, certificatesOf, overviewFor, writeCertificatesPdf } from '../headless/reports/certificates.ts';
import { loadTemplate } from '../headless/reports/load-template.ts';
import { recordsOf } from '../headless/reports/records.ts';
import { validateSessions } from '../headless/reports/validate-own.ts';
import { archiveJobs } from './archive-jobs.ts';

/** What the utility process does: work that would block main. `tell` says how far it is, `announce` what became of a file of a watched folder. */
export const utilityJobs = (tell: (progress: ArchiveProgress) => void, announce: (verdict: FileVerdict) => void) => ({
  ...archiveJobs(tell, announce),
  ...digestJobs,
  async writeReport(file: string, analysesJson: string, language: Language, parts: ReportParts): Promise<null> {
    const analyses = analysesFromJson(analysesJson);
    const others = analyses.flatMap(({ lotPictures = [] }) => lotPictures.map(({ id, picture }) => [id, picture] as const));
    const pictures = new Map([...others, ...figurePictures(analyses)]);
    const samples = analyses.map(
      (analysis): CertifiedSample => ({
        analysis,
        protocol: analysis.madeBy,
        ...(analysis.methodPanels === undefined ? {} : { methods: { panels: analysis.methodPanels, pictures } }),
      }),
    );
    const flags = { language, generatedAt: new Date().toISOString() };
    const plain = await loadTemplate(undefined);
    const template = { ...plain, template: { ...plain.template, annexes: parts.annexes } };
    const overview = parts.certificate && samples.length > 1 ? overviewFor(samples, template, flags) : undefined;
    const certificates = parts.certificate ? certificatesOf(samples, template, flags) : [];
    const records = parts.record ? recordsOf(samples, language, flags.generatedAt) : [];
    await writeCertificatesPdf(file, certificates, template, overview, records);
    return null;
  },
  /** As the window gates the sample; values that may hold a person's name are masked. */
  async writeEvents(file: string, out: string, protocolText: string, { population, ...wanted }: EventsWanted): Promise<null> {
    const sha256 = createHash('sha256').update(protocolText).digest('hex');
    const loaded = { protocol: parseProtocol(protocolText), sha256 };
    await writeEvents(file, out, loaded, {
      ...wanted,
      ...(population !== '' && { population, absent: 'skip' }),
      single: false,
      maskNames: true,
    });
    return null;
  },
  async poolEvents(sources: readonly PoolSource[], out: string): Promise<null> {
    await poolEvents(sources, out);
    return null;
  },
  validateOwn: (sessions: readonly string[]) => validateSessions(sessions),
  async packSession(out: string, document: string, places: readonly (readonly [string, readonly string[]])[]): Promise<null> {
    await packSession(out, { document, places: new Map(places) });
    return null;
  },
  unpackSession: (packed: string, folder: string) => unpackSession(packed, folder),
  async writeDocument(file: string, data: DocumentData, language: Language, timeZone: string): Promise<null> {
    const document = documentOf(data, { language, timeZone, generatedAt: new Date().toISOString(), version: softwareVersion() });
    await writeWhole(file, (out) => writeSectioned([document], out));
    return null;
  },
  async writePages(file: string, pages: readonly DrawnPage[], language: Language, version: string): Promise<null> {
    const about = {
      title: path.basename(file, '.pdf'),
      language,
      software: `Lymphoscope ${version}`,
      generatedAt: new Date().toISOString(),
    };
    await writeWhole(file, (out) => writeDrawings(pages, out, about));
    return null;
  },
});

export type UtilityJobs = ReturnType<typeof utilityJobs>;
export type JobName = keyof UtilityJobs;

/** What main sends and gets back; `id` pairs them. */
export interface JobRequest {
  readonly id: number;
  readonly job: JobName;
  readonly args: readonly unknown[];
}

/** What comes back: an answer, what went wrong by a bug, how far work is, or what became of a file of a watched folder. */
export type UtilityMessage =
  | { readonly id: number; readonly answer: Answer<unknown> }
  | { readonly id: number; readonly bug: string }
  | { readonly progress: ArchiveProgress }
  | { readonly verdict: FileVerdict };

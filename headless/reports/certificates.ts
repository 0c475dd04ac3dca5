import { isTimeZone } from '../../core/base/local-time.ts';
import type { Language } from '../../core/base/message.ts';
import { profilesOf } from '../../core/biology/classification/classifier.ts';
import { certificate } from '../../core/show/certificate/certificate.ts';
import { certificateTitle } from '../../core/show/certificate/identity.ts';
import type { CertificateModel, OverviewModel } from '../../core/show/certificate/model.ts';
import { type OverviewRow, overviewOf } from '../../core/show/certificate/overview.ts';
import { sayIn } from '../../core/show/certificate/say.ts';
import { type MethodsAtHand, methodsAtHand } from '../../core/show/report/methods-figure.ts';
import type { ReportModel } from '../../core/show/report/model.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { writeWhole } from '../files/write-file.ts';
import { writeCertificates } from '../pdf/write-certificates.ts';
import type { LoadedTemplate } from './load-template.ts';

/** What a laboratory says of its certificates beside the template. */
export interface CertificateFlags {
  readonly language: Language;
  /** ISO 8601, UTC. */
  readonly generatedAt: string;
  readonly number?: string | undefined;
  readonly revision?: string | undefined;
  readonly replaces?: string | undefined;
  /** IANA name; the template's, else that of this computer, where absent. */
  readonly timeZone?: string | undefined;
  readonly fileNames?: 'show' | 'hide' | undefined;
}

/** A sample that is certified: its analysis with pictures, and the protocol that it was made by. */
export interface CertifiedSample {
  readonly analysis: SampleAnalysis;
  readonly protocol: Protocol;
  /** The day's references that it was held against. */
  readonly references?: readonly SampleAnalysis[];
  /** Methods side by side, where they are known already. */
  readonly methods?: MethodsAtHand | undefined;
}

/** The zone in which times are printed, and whether someone gave it. */
export function zoneOf({ timeZone }: Pick<CertificateFlags, 'timeZone'>, { template }: LoadedTemplate) {
  const given = timeZone ?? template.timeZone;
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { timeZone: given ?? (isTimeZone(own) ? own : 'UTC'), isZoneGiven: given !== undefined };
}

/** The certificates of samples, each in the languages that the template names, else in the one that is asked for. */
export function certificatesOf(
  samples: readonly CertifiedSample[],
  loaded: LoadedTemplate,
  flags: CertificateFlags,
): readonly CertificateModel[] {
  const { template, logo } = loaded;
  const zone = zoneOf(flags, loaded);
  const languages = template.languages ?? [flags.language];
  return languages.flatMap((language) => {
    const say = sayIn(language);
    const methods = methodsAtHand(
      samples.map(({ analysis }) => analysis),
      (analysis) => profilesOf(samples.find((one) => one.analysis === analysis)!.protocol.classifier).methods,
      ({ sample }) => certificateTitle(sample, say),
    );
    return samples.map((one, i) =>
      certificate(one.analysis, one.protocol, {
        language,
        generatedAt: flags.generatedAt,
        ...zone,
        number: flags.number === undefined || samples.length === 1 ? flags.number : `${flags.number}-${i + 1}`,
        revision: flags.revision,
        replaces: flags.replaces,
        facility: template.facility,
        title: template.title,
        signatures: template.signatures,
        fileNames: flags.fileNames ?? template.fileNames,
        methods: one.methods ?? methods[i],
        references: one.references,
        hasGates: template.annexes.includes('gates'),
        logo,
        paper: template.paper,
      }),
    );
  });
}

/** The page before several certificates: a row a lot, those without a result first. */
export function overviewFor(rows: readonly OverviewRow[], { template, logo }: LoadedTemplate, flags: CertificateFlags): OverviewModel {
  const [language = flags.language] = template.languages ?? [];
  const zone = zoneOf(flags, { template });
  return overviewOf(rows, { language, generatedAt: flags.generatedAt, ...zone, title: template.title, logo, paper: template.paper });
}

/** One PDF, whole or not at all. */
export const writeCertificatesPdf = (
  file: string,
  models: readonly CertificateModel[],
  { template }: LoadedTemplate,
  overview?: OverviewModel,
  records: readonly ReportModel[] = [],
): Promise<void> => writeWhole(file, (out) => writeCertificates(models, out, { annexes: template.annexes, overview, records }));

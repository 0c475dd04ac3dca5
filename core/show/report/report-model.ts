import type { Finding } from '../../base/finding.ts';
import type { Catalogue, Language, Sentence } from '../../base/message.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount } from '../plot/number-format.ts';
import { besideNumbers } from './beside-numbers.ts';
import { callSection } from './call.ts';
import { compositionSection } from './composition-section.ts';
import { countsSections } from './counts-section.ts';
import { featuresSection, methodsSection } from './culture-section.ts';
import { evidenceSection } from './evidence-section.ts';
import { channelsSection, provenanceFacts, sampleFacts, sampleName } from './facts.ts';
import { type Translate, translator } from './messages.ts';
import { type MethodsAtHand, methodsFigure } from './methods-figure.ts';
import type { FindingsSection, Footer, ReportModel } from './model.ts';
import { plotsSection } from './plots-section.ts';
import { mediansSections, populationsSection } from './populations-section.ts';
import { readableTime } from './readable-time.ts';

export interface ReportOptions {
  readonly language: Language;
  /** ISO 8601 in UTC. Handed in, never from a clock, so that the same input gives the same report. */
  readonly generatedAt?: string;
  readonly findingText: (finding: Finding) => string;
  /** What the laboratory calls its reports (`report.title` of the protocol); their kind where absent. */
  readonly title?: Sentence | undefined;
  /** The file holds further data sets. */
  readonly isOneOfSeveral?: boolean;
  /** From the room that owns the codes. */
  readonly evidenceSentences: Catalogue;
  /** Samples at hand that stand for the methods; without them there is no such figure. */
  readonly methods?: MethodsAtHand;
}

/**
 * What a report of one sample says, section by section, in one language and before any layout.
 * Throws (a bug) where a reason or an evidence has a code without a sentence.
 */
export function reportModel(analysis: SampleAnalysis, options: ReportOptions): ReportModel {
  const { language, generatedAt } = options;
  const t = translator(language);
  return {
    language,
    title: sampleName(analysis.sample, options.isOneOfSeveral === true),
    subtitle: subtitleOf(analysis, t),
    header: options.title?.[language].trim() || t('report'),
    footer: footerOf(analysis, generatedAt, t),
    generatedAt,
    digest: analysis.sample.sha256,
    call: callSection(analysis, language, t),
    composition: compositionSection(analysis, t),
    beside: besideNumbers(analysis, language),
    plots: plotsSection(analysis, t),
    sample: sampleFacts(analysis, t),
    methods: methodsSection(analysis, language, t),
    methodsFigure: options.methods && methodsFigure(options.methods, language, t),
    features: featuresSection(analysis, language, t),
    populations: populationsSection(analysis, t),
    counts: countsSections(analysis, language),
    medians: mediansSections(analysis, t),
    gates: evidenceSection(analysis, options.evidenceSentences, language, t),
    findings: findingsSection(analysis, options, t),
    provenance: provenanceFacts(analysis, language, t),
    channels: channelsSection(analysis, t),
  };
}

function subtitleOf({ sample }: SampleAnalysis, t: Translate): string {
  const { metadata, instrument } = sample;
  const parts = [
    metadata.lot === undefined ? undefined : `${t('lot')} ${metadata.lot}`,
    metadata.day === undefined ? undefined : `${t('day')} ${metadata.day}`,
    `${t('events')} ${formatCount(sample.eventCount)}`,
    instrument.cytometer,
    instrument.date,
  ];
  return parts.filter((part) => part !== undefined).join('  ·  ');
}

function footerOf({ software }: SampleAnalysis, generatedAt: string | undefined, t: Translate): Footer {
  return {
    researchUse: t('researchUse'),
    software: t('version', { version: software.version }),
    generated: generatedAt === undefined ? undefined : t('generated', { when: readableTime(generatedAt) }),
    pageOf: (page, pages) => t('page', { page, pages }),
  };
}

function findingsSection({ findings }: SampleAnalysis, { findingText }: ReportOptions, t: Translate): FindingsSection {
  const kinds = { repair: 'kindRepair', guess: 'kindGuess', note: 'kindNote' } as const;
  return {
    heading: t('findingsHeading'),
    none: t('noFindings'),
    items: findings.map((finding) => ({
      kind: t(kinds[finding.kind]),
      text: findingText(finding),
      place: finding.offset === undefined ? undefined : t('atByte', { offset: formatCount(finding.offset) }),
    })),
  };
}

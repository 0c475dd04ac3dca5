import type { Finding } from '../../base/finding.ts';
import type { Catalogue, Language } from '../../base/message.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount } from '../plot/number-format.ts';
import { callSection } from './call.ts';
import { compositionSection } from './composition-section.ts';
import { featuresSection, methodsSection } from './culture-section.ts';
import { evidenceSection } from './evidence-section.ts';
import { channelsSection, fileName, provenanceFacts, sampleFacts } from './facts.ts';
import { type MethodsAtHand, methodsFigure } from './methods-figure.ts';
import type { FindingsSection, Footer, ReportModel } from './model.ts';
import { plotsSection } from './plots-section.ts';
import { mediansSections, populationsSection } from './populations-section.ts';
import { readableTime } from './readable-time.ts';
import { type Speak, speakerOf } from './words.ts';

export interface ReportOptions {
  readonly language: Language;
  /** ISO 8601 in UTC. Handed in, never from a clock, so that the same input gives the same report. */
  readonly generatedAt?: string;
  readonly findingText: (finding: Finding) => string;
  /** From the rooms that own the codes. */
  readonly reasonSentences: Catalogue;
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
  const speak = speakerOf(language);
  return {
    language,
    title: fileName(analysis.sample),
    subtitle: subtitleOf(analysis, speak),
    header: speak('report'),
    footer: footerOf(analysis, generatedAt, speak),
    generatedAt,
    digest: analysis.sample.sha256,
    call: callSection(analysis, options.reasonSentences, language, speak),
    composition: compositionSection(analysis, speak),
    plots: plotsSection(analysis, speak),
    sample: sampleFacts(analysis, speak),
    methods: methodsSection(analysis, language, speak),
    methodsFigure: options.methods && methodsFigure(options.methods, language, speak),
    features: featuresSection(analysis, language, speak),
    populations: populationsSection(analysis, speak),
    medians: mediansSections(analysis, speak),
    gates: evidenceSection(analysis, options.evidenceSentences, language, speak),
    findings: findingsSection(analysis, options, speak),
    provenance: provenanceFacts(analysis, speak),
    channels: channelsSection(analysis, speak),
  };
}

function subtitleOf({ sample }: SampleAnalysis, speak: Speak): string {
  const { metadata, instrument } = sample;
  const parts = [
    metadata.lot === undefined ? undefined : `${speak('lot')} ${metadata.lot}`,
    metadata.day === undefined ? undefined : `${speak('day')} ${metadata.day}`,
    `${speak('events')} ${formatCount(sample.eventCount)}`,
    instrument.cytometer,
    instrument.date,
  ];
  return parts.filter((part) => part !== undefined).join('  ·  ');
}

function footerOf({ software }: SampleAnalysis, generatedAt: string | undefined, speak: Speak): Footer {
  return {
    researchUse: speak('researchUse'),
    software: speak('version', { version: software.version }),
    generated: generatedAt === undefined ? undefined : speak('generated', { when: readableTime(generatedAt) }),
    pageOf: (page, pages) => speak('page', { page, pages }),
  };
}

function findingsSection({ findings }: SampleAnalysis, { findingText }: ReportOptions, speak: Speak): FindingsSection {
  const kinds = { repair: 'kindRepair', guess: 'kindGuess', note: 'kindNote' } as const;
  return {
    heading: speak('findingsHeading'),
    none: speak('noFindings'),
    items: findings.map((finding) => ({
      kind: speak(kinds[finding.kind]),
      text: findingText(finding),
      place: finding.offset === undefined ? undefined : speak('atByte', { offset: formatCount(finding.offset) }),
    })),
  };
}

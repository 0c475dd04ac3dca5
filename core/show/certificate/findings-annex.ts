import { ENGINE } from '../../base/engine.ts';
import type { Finding } from '../../base/finding.ts';
import type { Language } from '../../base/message.ts';
import { featureNames } from '../../biology/classification/reasons.ts';
import { compensationWords } from '../../data/compensation/describe-compensation.ts';
import { qualitySentences } from '../../gating/quality/quality-findings.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { findingWords } from '../report/finding-words.ts';
import { sentenceOf } from '../report/sentence-of.ts';
import type { Acts } from './acts.ts';
import type { FindingsAnnex } from './model.ts';
import type { Say } from './say.ts';

type Item = FindingsAnnex['groups'][number]['items'][number];

/** What an annex page holds; the analysis record has all. */
const MOST_OTHERS = 14;

/** What was found in file and analysis, what affects the result first, and what made the numbers. */
export function findingsAnnex(analysis: SampleAnalysis, acts: Acts, language: Language, say: Say): FindingsAnnex {
  const { findings, quality, withheld } = analysis;
  const told = new Set([...acts.deviations, ...acts.repairs, ...acts.doubts].map(({ what }) => what));
  const affecting: readonly Item[] = [
    ...[...acts.deviations, ...acts.doubts].map(({ what }) => ({ kind: say('kindQuality'), text: what })),
    ...acts.repairs.map(({ what }) => ({ kind: say('kindRepair'), text: what })),
    ...withheldItems(withheld, language, say),
    ...ofKind(findings, 'guess', language, say).filter(({ text }) => !told.has(text)),
  ];
  const notes = [
    ...ofKind(findings, 'note', language, say),
    ...(quality?.findings ?? [])
      .filter(({ severity }) => severity === 'note')
      .map((finding) => ({ kind: say('kindQuality'), text: sentenceOf(qualitySentences, finding, language) })),
  ].filter(({ text }) => !told.has(text));
  const shown = notes.slice(0, MOST_OTHERS);
  const rest = notes.length - shown.length;
  const others = rest === 0 ? shown : [...shown, { kind: '', text: say('moreFindings', { n: rest }) }];
  return {
    heading: say('annexFindings'),
    groups: [
      ...(affecting.length === 0 ? [] : [{ heading: say('affecting'), items: affecting }]),
      ...(others.length === 0 ? [] : [{ heading: say('otherFindings'), items: others }]),
    ],
    none: say('noFindings'),
    provenance: { heading: say('provenance'), facts: provenance(analysis, language, say) },
  };
}

function ofKind(findings: readonly Finding[], kind: Finding['kind'], language: Language, say: Say): readonly Item[] {
  const word = { repair: 'kindRepair', guess: 'kindGuess', note: 'kindNote' } as const;
  return findings.filter((one) => one.kind === kind).map((finding) => ({ kind: say(word[kind]), text: findingWords(finding, language) }));
}

function withheldItems(withheld: SampleAnalysis['withheld'], language: Language, say: Say): readonly Item[] {
  const whys = [...new Set(withheld.map(({ why }) => why))];
  return whys.map((why) => ({
    kind: say('kindWithheld'),
    text: `${withheld
      .filter((one) => one.why === why)
      .map(({ feature }) => featureNames[feature][language])
      .join(', ')}: ${say(why === 'no-reference' ? 'why.withheld' : `why.${why}`)}`,
  }));
}

function provenance({ sample, protocol, software, compensation }: SampleAnalysis, language: Language, say: Say) {
  const engine = software.engine ?? ENGINE;
  return [
    { label: say('fileDigest'), value: sample.sha256 },
    { label: say('protocolDigest'), value: protocol.sha256 },
    { label: say('software'), value: `${software.name} ${software.version} / ${engine}` },
    { label: say('compensation', { words: '' }).replace(/[:\s]+$/, ''), value: compensationWords(compensation, language) },
    {
      label: say('keywords'),
      value: sample.keywords.map(({ name, value, masked }) => `${name}: ${masked ? say('masked') : value}`).join('  ・  '),
    },
    { label: say('signature'), value: say('unsigned') },
  ].filter(({ value }) => value !== '');
}

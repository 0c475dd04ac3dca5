import { localTime } from '../../base/local-time.ts';
import type { Language, Sentence } from '../../base/message.ts';
import { callState } from '../../biology/classification/call-state.ts';
import { compensationWords } from '../../data/compensation/describe-compensation.ts';
import { lightOfGate } from '../../gating/strategy/population.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { gateRatings } from '../../study/verdict/gate-ratings.ts';
import { judgedOf } from '../../study/verdict/judged-of.ts';
import { formatCount, percentText } from '../plot/number-format.ts';
import { countsSections } from '../report/counts-section.ts';
import { translator } from '../report/messages.ts';
import { type MethodsAtHand, methodsFigure } from '../report/methods-figure.ts';
import type { Paper } from '../report/model.ts';
import { withTitles } from '../report/with-titles.ts';
import { type Acts, actsOf } from './acts.ts';
import { callAnnex } from './call-annex.ts';
import { findingsAnnex } from './findings-annex.ts';
import { fourWayPlot, gatesAnnex } from './gates-annex.ts';
import { certificateTitle, type FileNames, identityOf } from './identity.ts';
import type { ActsSection, CertificateModel } from './model.ts';
import { type NameOf, populationNames, protocolName } from './population-names.ts';
import { populationsAnnex } from './populations-annex.ts';
import { resultsOf } from './results.ts';
import { type Say, sayIn } from './say.ts';
import { verdictBand } from './verdict-band.ts';

export interface CertificateOptions {
  readonly language: Language;
  /** ISO 8601 in UTC, handed in. */
  readonly generatedAt?: string | undefined;
  /** IANA name of the zone in which times are printed. */
  readonly timeZone: string;
  /** Someone gave that zone: the instrument's clock is read in it too. */
  readonly isZoneGiven?: boolean;
  /** The report's number in the laboratory, its version, and what it replaces. */
  readonly number?: string | undefined;
  readonly revision?: string | undefined;
  readonly replaces?: string | undefined;
  readonly facility?: Sentence | undefined;
  readonly title?: Sentence | undefined;
  readonly signatures?: readonly Sentence[] | undefined;
  readonly fileNames: FileNames;
  readonly methods?: MethodsAtHand | undefined;
  /** Whether the annex of gates is written, which page one points to. */
  readonly hasGates?: boolean;
  readonly logo?: Uint8Array | undefined;
  readonly paper?: Paper | undefined;
  /** The day's references that it was held against: they stand in its annex. */
  readonly references?: readonly SampleAnalysis[] | undefined;
}

/** What the certificate of one sample says, in one language and before any layout. */
export function certificate(analysis: SampleAnalysis, protocol: Protocol, options: CertificateOptions): CertificateModel {
  const { language, generatedAt, timeZone, logo } = options;
  const say = sayIn(language);
  const nameOf = populationNames(protocol, language);
  const { specification } = protocol;
  const judged = judgedOf(analysis, protocol);
  const ratings = gateRatings(analysis, judged.items);
  const titled = withTitles(analysis, protocol, language);
  const acts = actsOf(titled, { language, timeZone, say, nameOf });
  const identity = identityOf(analysis, protocol, { ...options, timeZone: options.isZoneGiven === true ? timeZone : undefined }, say);
  const name = certificateTitle(analysis.sample, say);
  const figure = options.methods && methodsFigure(options.methods, language, translator(language));
  const foot = { software: `Lymphoscope ${analysis.software.version}`, digest: analysis.protocol.sha256.slice(0, 8) };
  return {
    language,
    title: name,
    subtitle: protocolName(protocol, language),
    header: options.title?.[language].trim() || protocol.report.title?.[language].trim() || say('title'),
    footer: {
      researchUse: say('researchUse'),
      software: generatedAt === undefined ? say('footUndated', foot) : say('foot', { ...foot, when: localTime(generatedAt, timeZone) }),
      generated: undefined,
      pageOf: (page, pages) => say('page', { name, page, pages }),
    },
    ...(logo === undefined ? {} : { logo }),
    ...(options.paper === undefined ? {} : { paper: options.paper }),
    generatedAt,
    digest: analysis.sample.sha256,
    head: {
      facility: options.facility?.[language] ?? '',
      subtitle: protocolName(protocol, language),
      lines: [
        options.number === undefined ? say('numberOpen') : say('number', { number: options.number }),
        ...(options.replaces === undefined ? [] : [say('replaces', { number: options.replaces })]),
      ],
      pagesOf: (page, pages, annexes) =>
        `${say('revision', { revision: options.revision ?? '1' })} ${say('pagesOf', { page, pages, annexes })}`,
    },
    band: verdictBand({ analysis, judged, specification, ratings, acts, language, say }),
    identity: identity.rows,
    results: resultsOf({ analysis, judged, specification, language, say, nameOf }),
    plot: plotSection(analysis, nameOf, say),
    composition: compositionSection(analysis, language, nameOf, say),
    gatePath: { ...gatePath(analysis, language, nameOf, say), ...(options.hasGates === false ? { note: '' } : {}) },
    acts: actsSection(acts, analysis, say),
    signatures: signatures(options.signatures, language, say),
    continued: { heading: say('continued'), below: say('continuedBelow'), items: (n) => say('moreItems', { n }) },
    annexes: {
      gates: gatesAnnex(analysis, nameOf, say),
      populations: populationsAnnex(analysis, protocol, nameOf, say),
      counts: countsSections(titled, language),
      call:
        callState(analysis.classification) === 'none' ? undefined : callAnnex(analysis, figure, options.references ?? [], language, say),
      findings: findingsAnnex(titled, acts, language, say),
    },
    missing: identity.missing,
  };
}

/** Why a sample has no composition, in a few words. */
function whyNone({ withheld, populations }: SampleAnalysis, say: Say): string {
  const why = withheld.find(({ feature }) => feature === 'nk')?.why;
  if (why === 'red-gate') return say('redGate');
  return why === 'few-events' || populations.some(({ role }) => role === 'nk') ? say('fewEvents') : say('noMarkers');
}

function plotSection(analysis: SampleAnalysis, nameOf: NameOf, say: Say): CertificateModel['plot'] {
  return { heading: 'CD3 × CD56', plot: fourWayPlot(analysis, nameOf), none: say('noPlot', { why: whyNone(analysis, say) }) };
}

function compositionSection(analysis: SampleAnalysis, language: Language, nameOf: NameOf, say: Say): CertificateModel['composition'] {
  const { composition, withheld } = analysis;
  const names = Object.fromEntries(
    (composition?.parts ?? []).map(({ role, path, percent }) => [role, `${nameOf(path)} ${percentText(percent, language)}`]),
  );
  const isWithheld = withheld.some(({ feature }) => feature === 'nk');
  return {
    heading: say('composition'),
    data: composition,
    names,
    note:
      composition !== undefined ? undefined : say(isWithheld ? 'compositionWithheld' : 'compositionNone', { why: whyNone(analysis, say) }),
  };
}

/** From all events to the NK cells with the share of each step, and how the values were compensated. */
function gatePath(analysis: SampleAnalysis, language: Language, nameOf: NameOf, say: Say): CertificateModel['gatePath'] {
  const { populations, composition, compensation } = analysis;
  const target =
    composition?.parts.find(({ role }) => role === 'nk')?.path ?? populations.find(({ role }) => role === 'lymphocytes')?.path ?? '';
  const steps = populations.filter(({ path }) => path !== '' && (path === target || target.startsWith(`${path}/`)));
  const all = populations[0];
  const line = [
    `${say('allEvents')} ${formatCount(all?.count ?? 0)}`,
    ...steps.map(({ path, percentOfParent }) => `${nameOf(path)} ${percentText(percentOfParent, language)}`),
  ].join(' → ');
  const isReference = steps.some(({ gate }) => gate !== undefined && lightOfGate(gate) === 'red');
  const words = compensationWords(compensation, language);
  const n = compensation.channels.length;
  return {
    heading: say('gatePath'),
    note: say('gatePathNote'),
    lines: [
      isReference ? `${line} (${say('reference')})` : line,
      say('compensation', { words: n === 0 ? words : say('channels', { words, n }) }),
    ],
  };
}

function actsSection({ manual, deviations, repairs, doubts }: Acts, { sample }: SampleAnalysis, say: Say): ActsSection {
  return {
    heading: say('acts'),
    columns: [
      { title: say('when'), align: 'left', weight: 1.5 },
      { title: say('who'), align: 'left', weight: 1.2 },
      { title: say('what'), align: 'left', weight: 4.6 },
      { title: say('why'), align: 'left', weight: 2.2 },
    ],
    rows: [...manual, ...doubts, ...repairs, ...deviations],
    none: say('noActs'),
    more: (n) => say('moreActs', { n }),
    remarks: { label: say('remarks'), value: sample.metadata.remarks ?? '' },
  };
}

function signatures(titles: readonly Sentence[] | undefined, language: Language, say: Say): CertificateModel['signatures'] {
  const named = titles?.map((title) => title[language]) ?? [say('prepared'), say('reviewed'), say('approved')];
  return {
    heading: say('signatures'),
    boxes: named.map((title, i) => ({ title, hint: say('sign'), ...(i === named.length - 1 ? { choices: say('choices') } : {}) })),
  };
}

import type { Language } from '../../base/message.ts';
import { callState } from '../../biology/classification/call-state.ts';
import { setName } from '../../biology/profiles/profile-set.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import type { JudgedSpecification } from '../../study/specification/judge-specification.ts';
import type { Specification } from '../../study/specification/specification.ts';
import type { GateRatings } from '../../study/verdict/gate-ratings.ts';
import { percentText } from '../plot/number-format.ts';
import { groupNames } from '../report/messages.ts';
import type { Acts } from './acts.ts';
import type { Marked, Tone, VerdictBand } from './model.ts';
import type { Say } from './say.ts';

const toneOf = { pass: 'good', fail: 'bad', undecided: 'review', 'no-specification': 'quiet' } as const;
const qualityLights = { good: 'green', review: 'amber', reject: 'red' } as const;
const lightTones: { readonly [L in Light]: Tone } = { green: 'good', amber: 'review', red: 'bad' };
const verdictTones = { consistent: 'good', 'not-consistent': 'bad', 'cannot-tell': 'review' } as const;

export interface BandInput {
  readonly analysis: SampleAnalysis;
  readonly judged: JudgedSpecification;
  readonly specification: Specification | undefined;
  readonly ratings: GateRatings;
  readonly acts: Acts;
  readonly language: Language;
  readonly say: Say;
}

/** The overall verdict, what a person must look at, and how the acquisition and the declaration stand. */
export function verdictBand({ analysis, judged, specification, ratings, acts, language, say }: BandInput): VerdictBand {
  const count = (n: number, word: 'manualGates' | 'deviations' | 'repairs'): Marked => ({
    text: `${say(word, { n })}${n > 0 ? say('listedBelow') : ''}`,
    tone: n > 0 ? 'review' : 'quiet',
  });
  return {
    heading: say('overall'),
    word: say(`overall.${judged.overall}`),
    tone: toneOf[judged.overall],
    details: [
      ...detailsOf(judged, specification, say),
      ...judged.holds.map((hold) => say(`hold.${hold}`, { product: specification?.product[language] ?? '' })),
    ],
    look: {
      heading: say('look'),
      gatesLabel: say('gates'),
      gates: (['green', 'amber', 'red'] as const).map((light) => ({
        text: `${say(`rating.${light}`)} ${ratings.counts[light]}`,
        ...(ratings.counts[light] === 0 ? { tone: 'quiet' } : { light, tone: lightTones[light] }),
      })),
      lines: [
        count(new Set((analysis.manual ?? []).map(({ at, by, reason }) => `${at} ${by} ${reason}`)).size, 'manualGates'),
        count(acts.deviations.length, 'deviations'),
        count(acts.repairs.length, 'repairs'),
      ],
    },
    quality: { heading: say('quality'), lines: [qualityLine(analysis, language, say), ...declarationLines(analysis, language, say)] },
  };
}

function detailsOf({ overall, items }: JudgedSpecification, specification: Specification | undefined, say: Say): readonly string[] {
  if (overall === 'no-specification') return [say(specification === undefined ? 'noLimits' : 'unapprovedLimits')];
  const of = (verdict: string) => items.filter((one) => one.verdict === verdict).length;
  const near = items.filter((one) => one.near).length;
  const [passed, failed, open] = [of('pass'), of('fail'), of('not-rated')];
  return [
    ...(failed > 0 ? [say('failed', { failed, items: items.length })] : []),
    ...(open > 0 ? [say('undecided', { open, items: items.length })] : []),
    ...(failed + open === 0 ? [say('passed', { passed, items: items.length })] : []),
    ...(near > 0 ? [say('nearLimit', { near })] : []),
  ];
}

function qualityLine({ quality }: SampleAnalysis, language: Language, say: Say): readonly Marked[] {
  const label: Marked = { text: `${say('qualityIs')}: ` };
  if (quality === undefined) return [label, { text: say('qualityUnknown'), tone: 'quiet' }];
  const light = qualityLights[quality.verdict];
  return [
    label,
    { text: say(`quality.${quality.verdict}`), light, tone: lightTones[light] },
    { text: say('removed', { percent: percentText(quality.removedPercent, language) }), tone: 'quiet' },
  ];
}

function declarationLines({ classification }: SampleAnalysis, language: Language, say: Say): readonly (readonly Marked[])[] {
  if (callState(classification) === 'none') return [];
  const { declared, methods, group, profiles } = classification;
  const name = (id: string) => methods.find(({ method }) => method === id)?.name[language] ?? id;
  return [
    declared === undefined
      ? [{ text: say('undeclared'), tone: 'quiet' as const }]
      : [
          { text: `${say('declared', { method: name(declared.method) })} ` },
          { text: say(`declared.${declared.verdict}`), tone: verdictTones[declared.verdict] },
        ],
    [{ text: say('called', { group: groupNames[group][language] }) }],
    [{ text: say('profiles', { name: setName(profiles, language), revision: profiles.revision }), tone: 'quiet' }],
  ];
}

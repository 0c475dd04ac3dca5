import { fcsFindings } from './fcs/findings.ts';
import { describeFinding, type Finding, type FindingKind } from './finding.ts';
import type { Language } from './message.ts';

/** Findings of the analysis itself; those of reading are in core/fcs/findings.ts. */
const analysisFindings: { readonly [code: string]: FindingKind } = {
  'ambiguous-marker': {
    kind: 'note',
    sentence: {
      en: '{marker} fits several channels equally well ({channels}); name one in the panel.',
      ja: '{marker} に当たるチャンネルが複数あります({channels})。パネルで1つを指定してください。',
    },
  },
  'stand-in-marker': {
    kind: 'note',
    sentence: { en: '{standIn} ({species}) stands in for {marker}.', ja: '{marker} の代わりに {standIn}({species})を用いました。' },
  },
  'gate-skipped': {
    kind: 'note',
    sentence: {
      en: 'The gate "{gate}" was skipped: this file has no {missing}.',
      ja: '{missing} がないため、ゲート「{gate}」を省略しました。',
    },
  },
  'personal-keywords': {
    kind: 'note',
    sentence: {
      en: "These keywords may hold a person's name or number and are masked in reports: {keywords}.",
      ja: '個人名や番号を含む可能性があるキーワードです(報告書では伏せます): {keywords}。',
    },
  },
  'compensation-channels-absent': {
    kind: 'note',
    sentence: {
      en: 'Not compensated: the matrix names channels that the file lacks ({channels}).',
      ja: '補正行列のチャンネル({channels})がファイルにないため、補正していません。',
    },
  },
  'compensated-already': {
    kind: 'note',
    sentence: {
      en: 'Not compensated: by their names, these channels hold compensated values already ({channels}).',
      ja: 'チャンネル名({channels})から補正済みの値とみられるため、補正していません。',
    },
  },
  'compensated-twice': {
    kind: 'note',
    sentence: {
      en: 'In {without} of {pairs} pairs of channels the events lack the spillover that the matrix takes out: they may have been compensated before.',
      ja: 'チャンネル対 {pairs} 組のうち {without} 組で、行列が除くはずの漏れ込みが見られません。すでに補正済みの可能性があります。',
    },
  },
  'ill-conditioned-spillover': {
    kind: 'note',
    sentence: {
      en: 'The spillover matrix is close to singular (condition number {condition}): small errors grow.',
      ja: '漏れ込み行列が特異に近く(条件数 {condition})、わずかな誤差が大きくなります。',
    },
  },
};

const allFindings: { readonly [code: string]: FindingKind } = { ...fcsFindings, ...analysisFindings };

export const findingText = (finding: Finding, language: Language): string => describeFinding(allFindings, finding, language);

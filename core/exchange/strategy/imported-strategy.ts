import type { ExplicitDimensions, NamedMatrices } from '../../gating/strategy/dimension.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import { type Protocol, protocolSchema } from '../../study/protocol/protocol.ts';
import type { XmlElement } from '../xml/tree.ts';

/** A strategy from another program, whole in itself: nothing in it leans on a panel. */
export interface ImportedStrategy {
  readonly strategy: readonly GateNode[];
  readonly dimensions: ExplicitDimensions;
  readonly matrices: NamedMatrices;
  /** Elements that are not modelled, as they stood, by the id of the gate that they belong to ('' for the document). */
  readonly kept: readonly { readonly owner: string; readonly element: XmlElement }[];
  /** What could not be taken over, or only as something else. */
  readonly notes: readonly InterchangeNote[];
}

/** Something that a file says and we do not model, or that we say and a format cannot. */
export interface InterchangeNote {
  readonly code: keyof typeof noteSentences;
  /** The gate, population, element or dimension that it is about. */
  readonly about: string;
  readonly line?: number;
}

export const noteSentences = {
  'element-kept': {
    en: '{about} is not modelled; it is kept as it stands and written again.',
    ja: '{about}は扱いませんが、そのまま保持し、書き出し時に戻します。',
  },
  'encoding-found': {
    en: 'The document is not in UTF-8, as it says; it is read as {about}. Names may be wrong where it is in another encoding.',
    ja: '文書はUTF-8と宣言されていますが実際は異なるため、{about}として読みました。別の文字コードの場合、名前が正しくないことがあります。',
  },
  'gate-unreadable': {
    en: 'The gate of "{about}" is of a kind that is not known; the population and what is below it are not counted.',
    ja: '「{about}」のゲートは未知の種類のため、この集団とその下位は計数しません。',
  },
  'gate-scale-unreadable': {
    en: 'The gate of "{about}" has slanted or curved edges on a scale that is not known; the population and what is below it are not counted.',
    ja: '「{about}」のゲートは未知の軸の上で斜めまたは曲線の辺を持つため、この集団とその下位は計数しません。',
  },
  'gate-number-unreadable': {
    en: 'The gate of "{about}" holds a number that is none, or that can be read in two ways; the population and what is below it are not counted.',
    ja: '「{about}」のゲートに数値でない、または2通りに読める数値があるため、この集団とその下位は計数しません。',
  },
  'boolean-ambiguous': {
    en: '"{about}" combines a population whose name several have; the population and what is below it are not counted.',
    ja: '「{about}」が組み合わせる集団と同じ名前のものが複数あるため、この集団とその下位は計数しません。',
  },
  'transform-unknown': {
    en: 'The scale of {about} is of a kind that is not known; gates with slanted edges on it are not counted.',
    ja: '{about}の軸の種類が未知のため、その上の斜辺を持つゲートは計数しません。',
  },
  'transform-absent': {
    en: 'No scale is given for {about}; it is taken as linear.',
    ja: '{about}の軸が指定されていないため、線形とみなします。',
  },
  'matrix-assumed': {
    en: 'The sample names no matrix for {about}; the only one of the workspace that holds it is used.',
    ja: '{about}の補正行列が指定されていないため、ワークスペースで唯一該当する行列を用います。',
  },
  'compensation-unknown': {
    en: '{about} is a compensated channel, but no matrix for it is given; gates on it are not counted.',
    ja: '{about}は補正済みチャンネルですが行列がないため、その上のゲートは計数しません。',
  },
  'no-gates': {
    en: 'The document holds no gate for this file; there is nothing to count.',
    ja: 'この文書には、このファイルのゲートがありません。数えるものがありません。',
  },
  'file-not-compensated': {
    en: 'Gates ask for the compensation of the file, but it brings none; by the standard they are evaluated on its values as they are.',
    ja: 'ゲートはファイル自身の補正を指定していますが、ファイルに補正行列がないため、規格に従い値をそのまま用います。',
  },
  'compensation-assumed': {
    en: 'The document does not say what compensates {about}; by its name it is taken as it is, or as a compensated copy.',
    ja: '{about}の補正が文書に示されていないため、名前から補正の有無を判断しました。',
  },
  'gatingml-of-flowjo': {
    en: 'FlowJo wrote this Gating-ML: values are not divided by $PnG, and slanted edges, which FlowJo draws straight on its axes, are straight between the values as the standard has it.',
    ja: 'FlowJoが書き出したGating-MLです。値は$PnGで割らず、FlowJoの軸上の斜めの辺は規格どおり値の間の直線とします。',
  },
  'name-taken': {
    en: 'A population beside "{about}" has the same name; it was given another.',
    ja: '「{about}」と同名の集団が並んでいたため、別名を付けました。',
  },
  'population-unrepresentable': {
    en: 'The population "{about}" cannot be written in this format; it and what is below it were left out.',
    ja: '集団「{about}」はこの形式では表せないため、下位も含めて出力しませんでした。',
  },
  'boolean-as-gates': {
    en: 'The combination "{about}" was written as gates within gates that hold the same events: FlowJo 11 takes no combination over.',
    ja: 'FlowJo 11はブーリアンを引き継がないため、「{about}」は同じ細胞を含む入れ子のゲートとして出力しました。',
  },
  'boolean-kept': {
    en: 'The combination "{about}" was written as FlowJo 10 has it; FlowJo 11 does not take it over.',
    ja: '「{about}」はFlowJo 10のブーリアンとして出力しました。FlowJo 11は引き継ぎません。',
  },
  'gate-as-gates': {
    en: 'The gate "{about}" has more than two dimensions; it was written as gates within gates that hold the same events.',
    ja: 'ゲート「{about}」は3次元以上のため、同じ細胞を含む入れ子のゲートとして出力しました。',
  },
  'edges-traced': {
    en: 'The edges of the gate "{about}" are bent on FlowJo\'s axes; a polygon follows them to a fiftieth of a channel of 256.',
    ja: 'ゲート「{about}」の辺はFlowJoの軸では曲がるため、256チャンネルの1/50以内で沿う多角形として出力しました。',
  },
  'written-otherwise': {
    en: 'The gate "{about}" was written as gates of another kind that hold the same events.',
    ja: 'ゲート「{about}」は、同じ細胞を含む別の種類のゲートとして出力しました。',
  },
  'written-as-polygons': {
    en: 'The gate "{about}" was written as polygons that hold the same events, but for those without a place on a logarithmic axis.',
    ja: 'ゲート「{about}」は、同じ細胞を含む多角形として出力しました(対数軸に位置のない細胞を除く)。',
  },
  'written-as-ended-polygons': {
    en: 'The gate "{about}" was written as polygons. FlowJo puts events beyond an axis at its end; a program that does not may leave them out.',
    ja: 'ゲート「{about}」は多角形として出力しました。FlowJoは軸の外の細胞を端に置きますが、そうしないプログラムでは除かれることがあります。',
  },
} as const;

/** Notes of populations that are not counted, nor what is below them. */
export const uncountedNotes: readonly InterchangeNote['code'][] = [
  'gate-unreadable',
  'gate-scale-unreadable',
  'gate-number-unreadable',
  'boolean-ambiguous',
];

/** A protocol that gates by an imported strategy and does nothing else. */
export const protocolOfStrategy = (
  name: string,
  { strategy, dimensions, matrices }: Pick<ImportedStrategy, 'strategy' | 'dimensions' | 'matrices'>,
): Protocol =>
  protocolSchema.parse({
    format: 'lymphoscope-protocol',
    version: 1,
    name: name === '' ? 'imported' : name,
    revision: 1,
    panel: { entries: [] },
    compensation: { use: 'none' },
    transforms: {},
    strategy,
    dimensions,
    matrices,
    statistics: { interval: {}, medians: [] },
    classifier: { eligibility: [], groups: [] },
    metadata: {},
    report: { title: { en: name, ja: name }, keywords: [] },
  });

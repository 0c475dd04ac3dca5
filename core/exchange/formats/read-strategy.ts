import { Problem } from '../../base/problem.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { readSpillover } from '../../data/fcs/spillover/spillover.ts';
import { type Protocol, parseProtocol } from '../../study/protocol/protocol.ts';
import { matchSample, type WantedSample } from '../flowjo/match-sample.ts';
import { readWorkspaceTree } from '../flowjo/read-workspace.ts';
import { readGatingMlTree } from '../gating-ml/read-gating-ml.ts';
import { type ImportedStrategy, type InterchangeNote, protocolOfStrategy } from '../strategy/imported-strategy.ts';
import { readXmlBytes } from '../xml/decode.ts';
import { parseXml } from '../xml/parse.ts';
import { foreignBytes, foreignJson, foreignRoot, foreignText } from './foreign-document.ts';

/** How one data set is to be gated, whatever kind of file said so. */
export interface StrategyForSample {
  readonly format: 'protocol' | 'gating-ml' | 'flowjo';
  readonly protocol: Protocol;
  readonly notes: readonly InterchangeNote[];
  /** Of a workspace: the sample that the strategy belongs to, and the counts that FlowJo stored, by path. */
  readonly sample?: {
    readonly id: string;
    readonly name: string;
    readonly by: string;
    readonly differing: readonly string[];
    readonly counts: ReadonlyMap<string, number>;
  };
}

/**
 * A strategy from a protocol, a Gating-ML 2.0 document or a FlowJo workspace; the content decides which, not the file's name.
 * `dataset` and `wanted` pick the workspace's sample.
 */
export function readStrategy(bytes: Uint8Array, name: string, dataset: FcsDataset, wanted: WantedSample): StrategyForSample {
  try {
    return readDocument(bytes, name, dataset, wanted);
  } catch (error) {
    // what is wrong is wrong with the document, not with the file that is to be gated
    throw error instanceof Problem ? error.inFile(name) : error;
  }
}

function readDocument(bytes: Uint8Array, name: string, dataset: FcsDataset, wanted: WantedSample): StrategyForSample {
  const foreign = foreignBytes(bytes, name);
  if (foreign !== undefined) throw foreign;
  if (isJson(bytes)) {
    const text = new TextDecoder('utf-8').decode(bytes);
    const other = foreignJson(text);
    if (other !== undefined) throw other;
    return { format: 'protocol', protocol: parseProtocol(text), notes: [] };
  }
  const { text, found } = readXmlBytes(bytes);
  const ofEncoding: readonly InterchangeNote[] = found === undefined ? [] : [{ code: 'encoding-found', about: found }];
  const root = parseXml(orForeign(text));
  const other = foreignRoot(root);
  if (other !== undefined) throw other;
  if (root.local === 'Gating-ML') {
    const imported = readGatingMlTree(root, wanted.file.replace(/^.*[\\/]/, ''));
    return {
      format: 'gating-ml',
      protocol: protocolOfStrategy(name, imported),
      notes: [...ofEncoding, ...imported.notes, ...emptyIn(imported), ...missingIn(dataset, imported)],
    };
  }
  const workspace = readWorkspaceTree(root);
  const { sample, by, differing } = matchSample(workspace.samples, dataset, wanted);
  return {
    format: 'flowjo',
    protocol: protocolOfStrategy(name, sample.imported),
    notes: [...ofEncoding, ...sample.imported.notes],
    sample: { id: sample.id, name: sample.name, by, differing, counts: sample.counts },
  };
}

/** Nothing at all is an answer that has to be said, unless it is said already why. In a workspace, samples without gates are usual. */
const emptyIn = ({ strategy, notes }: ImportedStrategy): readonly InterchangeNote[] =>
  strategy.length === 0 && notes.length === 0 ? [{ code: 'no-gates', about: '' }] : [];

/** "FCS" is the file's own compensation, or none where it brings none: that must not go unsaid. */
function missingIn(dataset: FcsDataset, { dimensions }: ImportedStrategy): readonly InterchangeNote[] {
  const isAsked = Object.values(dimensions).some(({ compensation }) => compensation === 'FCS');
  return isAsked && readSpillover(dataset).spillover === undefined ? [{ code: 'file-not-compensated', about: '' }] : [];
}

function isJson(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 64)).replace(/^\u00ef\u00bb\u00bf/, '');
  return /^\s*\{/.test(head);
}

function orForeign(text: string): string {
  const foreign = foreignText(text);
  if (foreign !== undefined) throw foreign;
  return text;
}

import { parseXml } from '../xml/parse.ts';
import { attributeOf, childNamed, childrenNamed, isElement, type XmlElement } from '../xml/tree.ts';
import { refuse } from '../xml/values.ts';
import { readGroup } from './read-group.ts';
import { readSpilloverMatrix, type SpilloverMatrix } from './read-matrix.ts';
import { readSample } from './read-sample.ts';
import type { Workspace } from './workspace.ts';

/** A FlowJo 10 workspace with everything that it says. Throws a problem with its line for what cannot be a workspace. */
export const readWorkspace = (text: string): Workspace => readWorkspaceTree(parseXml(text));

export function readWorkspaceTree(root: XmlElement): Workspace {
  const list = childNamed(root, 'SampleList');
  if (root.local !== 'Workspace' || list === undefined) return refuse('flowjo-not', root, { element: root.name });
  const matrices = childrenNamed(childNamed(root, 'Matrices') ?? root, 'spilloverMatrix').map(readSpilloverMatrix);
  const byId = new Map<string, SpilloverMatrix>(matrices.map((matrix) => [matrix.id, matrix]));
  const groups = childrenNamed(childNamed(root, 'Groups') ?? root, 'GroupNode').map(readGroup);
  const cytometers = childrenNamed(childNamed(root, 'Cytometers') ?? root, 'Cytometer');
  const samples = childrenNamed(list, 'Sample').map((element) => readSample(element, matrices, byId, cytometers));
  return {
    version: attributeOf(root, 'flowJoVersion') ?? '',
    attributes: root.attributes,
    matrices,
    groups: groups.map((group) => ({ ...group, samples: group.samples.filter((id) => samples.some((sample) => sample.id === id)) })),
    samples,
    rest: root.children.filter(isElement).filter(({ local }) => !['SampleList', 'Groups', 'Matrices'].includes(local)),
    order: root.children.filter(isElement).map(({ name }) => name),
  };
}

import { attributeOf, childNamed, childrenNamed, elementsOf, type XmlElement } from '../xml/tree.ts';
import { refuse } from '../xml/values.ts';
import { usesGain } from './gain.ts';
import { openParameters } from './parameters.ts';
import type { SpilloverMatrix } from './read-matrix.ts';
import { readSpilloverMatrix } from './read-matrix.ts';
import { readPopulations } from './read-populations.ts';
import { readTransforms } from './read-transforms.ts';
import type { WorkspaceSample } from './workspace.ts';

const modelled: readonly string[] = ['DataSet', 'Transformations', 'Keywords', 'SampleNode', 'spilloverMatrix'];

/** One sample: its file, keywords, matrix, scales, and its own copy of every gate. */
export function readSample(
  element: XmlElement,
  matrices: readonly SpilloverMatrix[],
  byId: ReadonlyMap<string, SpilloverMatrix>,
  cytometers: readonly XmlElement[],
): WorkspaceSample {
  const node = childNamed(element, 'SampleNode');
  const data = childNamed(element, 'DataSet');
  if (node === undefined && data === undefined) refuse('xml-child-missing', element, { element: 'Sample', child: 'SampleNode' });
  const keywords = childrenNamed(childNamed(element, 'Keywords') ?? element, 'Keyword').map(
    (keyword) => [attributeOf(keyword, 'name') ?? '', attributeOf(keyword, 'value') ?? ''] as const,
  );
  const transforms = readTransforms(childNamed(element, 'Transformations'));
  const matrix = matrixOf(element, matrices, byId);
  const parameters = openParameters(transforms, matrix, matrices, { keywords, usesGain: usesGain(cytometers, keywords) });
  const read = readPopulations(childNamed(node, 'Subpopulations'), parameters);
  const count = Number(attributeOf(node ?? element, 'count') ?? Number.NaN);
  return {
    id: attributeOf(node ?? element, 'sampleID') ?? attributeOf(data ?? element, 'sampleID') ?? '',
    name: (node && attributeOf(node, 'name')) ?? '',
    uri: (data && attributeOf(data, 'uri')) ?? '',
    keywords,
    matrix,
    transforms,
    imported: {
      strategy: read.strategy,
      dimensions: parameters.dimensions,
      matrices: parameters.matrices,
      kept: [],
      notes: [...parameters.notes, ...read.notes],
    },
    counts: new Map([...(count >= 0 ? [['', count] as const] : []), ...read.counts]),
    populations: read.kept,
    rest: elementsOf(element).filter(({ local }) => !modelled.includes(local)),
    nodeAttributes: node?.attributes ?? [],
    nodeRest: node === undefined ? [] : elementsOf(node).filter(({ local }) => local !== 'Subpopulations'),
  };
}

/** The sample's own matrix; where it only names one (by id, else by name), the workspace's. */
function matrixOf(
  element: XmlElement,
  matrices: readonly SpilloverMatrix[],
  byId: ReadonlyMap<string, SpilloverMatrix>,
): SpilloverMatrix | undefined {
  const own = childNamed(element, 'spilloverMatrix');
  if (own !== undefined) {
    const read = readSpilloverMatrix(own);
    if (read.matrix !== undefined) return read;
    return byId.get(read.id) ?? matrices.find(({ name, matrix }) => name === read.name && name !== '' && matrix !== undefined) ?? read;
  }
  for (const child of elementsOf(element).filter(({ local }) => local !== 'SampleNode'))
    for (const { local, value } of child.attributes) {
      const named = /^(matrixId|id|ref|matrix)$/i.test(local) ? byId.get(value) : undefined;
      if (named !== undefined && value !== '') return named;
    }
  return undefined;
}

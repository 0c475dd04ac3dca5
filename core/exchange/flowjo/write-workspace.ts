import type { InterchangeNote } from '../strategy/imported-strategy.ts';
import { nameOutside } from '../strategy/population-names.ts';
import { attributeOf, childrenNamed, element, type XmlElement } from '../xml/tree.ts';
import { writeXml } from '../xml/write.ts';
import { usesGain } from './gain.ts';
import { parameterTable } from './parameter-table.ts';
import { openParameters } from './parameters.ts';
import type { SpilloverMatrix } from './read-matrix.ts';
import type { Workspace, WorkspaceSample } from './workspace.ts';
import { writePopulations } from './write-populations.ts';

export interface WrittenWorkspace {
  readonly text: string;
  readonly notes: readonly InterchangeNote[];
}

/**
 * A workspace as FlowJo 10 writes one. What was read from one and is not modelled stands where it stood; gates that say the same are
 * written as they were.
 */
export function writeWorkspace(workspace: Workspace): WrittenWorkspace {
  const notes: InterchangeNote[] = [];
  const newId = openGateIds(workspace);
  const settings = workspace.rest.find(({ local }) => local === 'Cytometers');
  const cytometers = settings === undefined ? [] : childrenNamed(settings, 'Cytometer');
  const samples = workspace.samples.map((sample) => {
    const written = writeSample(sample, workspace.matrices, cytometers, newId);
    notes.push(...written.notes.map((note) => ({ ...note, about: `${sample.name}: ${nameOutside(note.about)}` })));
    return written.element;
  });
  const modelled = new Map<string, XmlElement>([
    [
      'Matrices',
      element(
        'Matrices',
        {},
        workspace.matrices.map((matrix) => matrix.element),
      ),
    ],
    [
      'Groups',
      element(
        'Groups',
        {},
        workspace.groups.map((group) => group.element),
      ),
    ],
    ['SampleList', element('SampleList', {}, samples)],
  ]);
  const rest = [...workspace.rest];
  const children = workspace.order.flatMap((name): XmlElement[] => {
    const own = modelled.get(name);
    if (own !== undefined) return [own];
    const next = rest.findIndex((candidate) => candidate.name === name);
    return next < 0 ? [] : rest.splice(next, 1);
  });
  const root = { ...element('Workspace'), attributes: workspace.attributes, children: [...children, ...rest] };
  return { text: writeXml(root), notes };
}

function writeSample(
  sample: WorkspaceSample,
  matrices: readonly SpilloverMatrix[],
  cytometers: readonly XmlElement[],
  newId: () => string,
): { readonly element: XmlElement; readonly notes: readonly InterchangeNote[] } {
  const file = { keywords: sample.keywords, usesGain: usesGain(cytometers, sample.keywords) };
  const parameters = openParameters(sample.transforms, sample.matrix, matrices, file);
  const { graph, subpopulations, notes } = writePopulations({ sample, table: parameterTable(sample, file), parameters, newId });
  const node = { ...element('SampleNode'), attributes: sample.nodeAttributes };
  const children = [
    element('DataSet', { uri: sample.uri, sampleID: sample.id }),
    ...(sample.matrix === undefined ? [] : [sample.matrix.element]),
    element(
      'Transformations',
      {},
      [...sample.transforms.values()].map((transform) => transform.element),
    ),
    element(
      'Keywords',
      {},
      sample.keywords.map(([name, value]) => element('Keyword', { name, value })),
    ),
    ...sample.rest,
    {
      ...node,
      children: [...(sample.isNew === true ? graph : sample.nodeRest), ...(subpopulations === undefined ? [] : [subpopulations])],
    },
  ];
  return { element: element('Sample', {}, children), notes };
}

/** Ids as FlowJo makes them, none of them twice. */
function openGateIds({ samples, groups }: Workspace): () => string {
  const taken = new Set(
    [
      ...samples.flatMap(({ populations }) => [...populations.values()].flatMap(({ gate }) => gate ?? [])),
      ...groups.map(({ element }) => element),
    ].flatMap((gate) => attributeOf(gate, 'id') ?? []),
  );
  let next = 1_000_000;
  return () => {
    while (taken.has(`ID${next}`)) next++;
    return `ID${next++}`;
  };
}

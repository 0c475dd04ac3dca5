import { attributeOf, childNamed, childrenNamed, type XmlElement } from '../xml/tree.ts';
import type { WorkspaceGroup } from './workspace.ts';

/** A group: which samples are in it, and the populations that it shares among them. Its samples hold copies of those themselves. */
export function readGroup(element: XmlElement): WorkspaceGroup {
  const group = childNamed(element, 'Group');
  const refs = childrenNamed(childNamed(group, 'SampleRefs') ?? element, 'SampleRef');
  const below = childNamed(element, 'Subpopulations');
  return {
    name: attributeOf(element, 'name') ?? attributeOf(group ?? element, 'name') ?? '',
    samples: refs.flatMap((ref) => attributeOf(ref, 'sampleID') ?? []),
    populations:
      below === undefined
        ? []
        : childrenNamed(below, 'Population', 'AndNode', 'OrNode', 'NotNode').map((node) => attributeOf(node, 'name') ?? ''),
    element,
  };
}

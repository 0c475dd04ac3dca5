import type { Transform } from '../../data/transforms/transforms.ts';
import type { ImportedStrategy } from '../strategy/imported-strategy.ts';
import type { XmlAttribute, XmlElement } from '../xml/tree.ts';
import type { SpilloverMatrix } from './read-matrix.ts';

/** A FlowJo 10 workspace: samples with strategies of their own, groups that share them, and everything else as it stood. */
export interface Workspace {
  readonly version: string;
  readonly attributes: readonly XmlAttribute[];
  readonly matrices: readonly SpilloverMatrix[];
  readonly groups: readonly WorkspaceGroup[];
  readonly samples: readonly WorkspaceSample[];
  /** Elements at the top that are not modelled: tables, layouts, cytometers. */
  readonly rest: readonly XmlElement[];
  /** Names of the top elements in their order. */
  readonly order: readonly string[];
}

export interface WorkspaceSample {
  /** sampleID. */
  readonly id: string;
  readonly name: string;
  /** Where FlowJo found the file; '' if it does not say. */
  readonly uri: string;
  /** As FlowJo copied them from the file, in their order. */
  readonly keywords: readonly (readonly [name: string, value: string])[];
  readonly matrix: SpilloverMatrix | undefined;
  /** By parameter name, `Comp-` and all. */
  readonly transforms: ReadonlyMap<string, WorkspaceTransform>;
  readonly imported: ImportedStrategy;
  /** The counts that FlowJo stored, by path; '' for all events. Absent where it had not counted. */
  readonly counts: ReadonlyMap<string, number>;
  /** Populations as they stood, by path: what is around the gate, and whole ones that are not modelled. */
  readonly populations: ReadonlyMap<string, KeptPopulation>;
  /** What else the sample and its node hold. */
  readonly rest: readonly XmlElement[];
  readonly nodeAttributes: readonly XmlAttribute[];
  readonly nodeRest: readonly XmlElement[];
  /** It never stood in a workspace. */
  readonly isNew?: true;
}

export interface WorkspaceTransform {
  /** Undefined where its kind is not known, and for a linear axis whose range is none: straight edges are straight on it all the same. */
  readonly transform: Transform | undefined;
  readonly isStraight?: true;
  /** Seconds of one step, for time. */
  readonly step: number | undefined;
  readonly element: XmlElement;
}

export interface KeptPopulation {
  readonly attributes: readonly XmlAttribute[];
  /** Graphs, statistics and other things in the population that are not modelled. */
  readonly rest: readonly XmlElement[];
  /** The gate as it stood, written again where the strategy still says the same. */
  readonly gate: XmlElement | undefined;
  /** Populations below it that could not be read, as they stood. */
  readonly unread: readonly XmlElement[];
}

export interface WorkspaceGroup {
  readonly name: string;
  /** sampleIDs. */
  readonly samples: readonly string[];
  /** Names of the populations that the group owns, at the top. */
  readonly populations: readonly string[];
  readonly element: XmlElement;
}

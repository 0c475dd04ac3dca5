import type { Transform } from '../../../data/transforms/transforms.ts';
import { SMALL_MOVE } from '../../../gating/density/sensitivity.ts';
import type { Gate } from '../../../gating/gates/gates.ts';
import { rectangleGate } from '../../../gating/gates/rectangle/schema.ts';
import { defaultQualityOptions } from '../../../gating/quality/quality-options.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { FlowWells } from '../assay.ts';

/** Names that the gates of wells are drawn in. */
export const dimension = {
  label: 'Label',
  reference: 'Reference label',
  effector: 'Effector marker',
  beads: 'Beads',
  injured: ['Injured dye', 'Injured dye 2'],
} as const;

/** Where the gates of a plate stand so far, on the scales of their channels. */
export interface WellGates {
  readonly beads?: number;
  readonly cells?: number;
  readonly targets?: number;
  /** Above effectors alone: what lies between is labelled effectors. */
  readonly labelled?: number;
  readonly reference?: number;
  readonly single?: { readonly dimensions: readonly string[]; readonly gate: Gate };
  readonly injured?: readonly number[];
}

/** Drawn below a population for what it shows of a channel, or for where a step places its gate. */
export interface Probe {
  readonly below: string;
  readonly dimensions: readonly string[];
  readonly gate?: GateNode['gate'];
}

export const probeName = (i: number): string => `Probe ${i + 1}`;

/** Where the populations of a well stand in its protocol. */
export const paths = (flow: FlowWells) => {
  const cells = flow.beads === undefined ? 'Cells' : 'Without beads/Cells';
  const targets = `${cells}/Targets`;
  return {
    beads: 'Beads',
    /** Below which debris is told. */
    events: flow.beads === undefined ? '' : 'Without beads',
    cells,
    targets,
    labelled: `${cells}/Labelled effectors`,
    injuredTargets: `${targets}/Injured targets`,
    single: `${targets}/Single targets`,
    injured: `${targets}/Single targets/Injured`,
    reference: `${cells}/Reference targets`,
    injuredReference: `${cells}/Reference targets/Injured reference targets`,
  };
};

/** One gate a little lower or higher than where it stands: label, then dye. */
export const moves = [
  { label: -SMALL_MOVE, dye: 0 },
  { label: SMALL_MOVE, dye: 0 },
  { label: 0, dye: -SMALL_MOVE },
  { label: 0, dye: SMALL_MOVE },
] as const;

/** Where the populations of a move stand. */
export const movedPaths = (flow: FlowWells, i: number) => {
  const targets = `${paths(flow).cells}/Targets moved ${i + 1}`;
  return {
    targets,
    injuredTargets: `${targets}/Injured targets`,
    single: `${targets}/Single targets`,
    injured: `${targets}/Single targets/Injured`,
  };
};

/** The protocol of a plate's wells, as far as its gates stand. */
export function flowProtocol(
  flow: FlowWells,
  gates: WellGates,
  transforms: { readonly [id: string]: Transform },
  probes: readonly Probe[] = [],
): Protocol {
  return {
    ...{ format: 'lymphoscope-protocol', version: 1, name: 'Wells of a cytotoxicity assay', revision: 1 },
    panel: {
      entries: [
        entry('Time', { of: 'time' }),
        entry('FSC-A', { of: 'forward-scatter', feature: 'area' }),
        entry('FSC-H', { of: 'forward-scatter', feature: 'height' }),
        entry('SSC', { of: 'side-scatter' }),
        entry(dimension.label, flow.label),
        ...flow.injured.map((dye, i) => entry(dimension.injured[i]!, dye)),
        ...(['reference', 'effector', 'beads'] as const).flatMap((id) => (flow[id] === undefined ? [] : [entry(dimension[id], flow[id])])),
      ],
    },
    compensation: { use: 'file' },
    transforms: { ...transforms },
    strategy: [...strategyOf(flow, gates, probes)],
    statistics: { interval: { method: 'wilson', confidence: 0.95 }, medians: ['SSC'], minimumEvents: 20 },
    // stretches in which the flow was not steady are left out of every gate
    quality: { ...defaultQualityOptions, removes: true },
    classifier: { eligibility: [], groups: [] },
    metadata: { role: [], culture: [], lot: [], donor: [], day: [], declaredMethod: [] },
    report: { keywords: [] },
  };
}

type Entry = Protocol['panel']['entries'][number];
const entry = (id: string, by: string | NonNullable<Entry['signal']>): Entry => ({
  ...{ id, match: 'word' as const, standIns: [] },
  ...(typeof by === 'string' ? { aliases: [by] } : { aliases: [], signal: by }),
});

const above = (id: string, min: number, name: string, gates: readonly GateNode[] = []): GateNode => ({
  dimensions: [id],
  gate: rectangleGate([{ min }]),
  populations: [{ name, gates: [...gates] }],
});

function strategyOf(flow: FlowWells, gates: WellGates, probes: readonly Probe[]): readonly GateNode[] {
  const at = paths(flow);
  const probe = (below: string): readonly GateNode[] =>
    probes.flatMap((one, i) =>
      one.below === below
        ? [
            {
              dimensions: [...one.dimensions],
              gate: one.gate ?? rectangleGate(one.dimensions.map(() => ({ min: 0.5 }))),
              populations: [{ name: probeName(i) }],
            },
          ]
        : [],
    );
  const injured = (name: string, shift = 0): readonly GateNode[] =>
    gates.injured === undefined
      ? []
      : [
          {
            dimensions: gates.injured.map((_, i) => dimension.injured[i]!),
            gate: { ...rectangleGate(gates.injured.map((max) => ({ max: max + shift }))), outside: true },
            populations: [{ name }],
          },
        ];
  const single: readonly GateNode[] =
    gates.single === undefined
      ? []
      : [
          {
            ...{ dimensions: [...gates.single.dimensions], gate: gates.single.gate },
            populations: [{ name: 'Single targets', gates: [...injured('Injured'), ...probe(at.single)] }],
          },
        ];
  const targets: readonly GateNode[] =
    gates.targets === undefined
      ? []
      : [
          above(dimension.label, gates.targets, 'Targets', [...injured('Injured targets'), ...single, ...probe(at.targets)]),
          ...(gates.labelled === undefined
            ? []
            : [
                {
                  dimensions: [dimension.label],
                  gate: rectangleGate([{ min: Math.min(gates.labelled, gates.targets), max: gates.targets }]),
                  populations: [{ name: 'Labelled effectors' }],
                },
              ]),
        ];
  const moved: readonly GateNode[] =
    gates.targets === undefined || gates.single === undefined || gates.injured === undefined
      ? []
      : moves.map(({ label, dye }, i) =>
          above(dimension.label, gates.targets! + label, `Targets moved ${i + 1}`, [
            ...injured('Injured targets', dye),
            {
              // a gate of its own: pictures join the populations of one and the same
              ...{ dimensions: [...gates.single!.dimensions], gate: { ...gates.single!.gate } },
              populations: [{ name: 'Single targets', gates: [...injured('Injured', dye)] }],
            },
          ]),
        );
  const reference: readonly GateNode[] =
    gates.reference === undefined
      ? []
      : [above(dimension.reference, gates.reference, 'Reference targets', injured('Injured reference targets'))];
  const cells: readonly GateNode[] =
    gates.cells === undefined ? [] : [above('FSC-A', gates.cells, 'Cells', [...targets, ...moved, ...reference, ...probe(at.cells)])];
  if (flow.beads === undefined) return [...cells, ...probe('')];
  if (gates.beads === undefined) return probe('');
  return [
    above(dimension.beads, gates.beads, 'Beads'),
    {
      dimensions: [dimension.beads],
      gate: rectangleGate([{ max: gates.beads }]),
      populations: [{ name: 'Without beads', gates: [...cells, ...probe(at.events)] }],
    },
    ...probe(''),
  ];
}

import { Problem } from '../../../base/problem.ts';
import { compileTransform, type Transform } from '../../../data/transforms/transforms.ts';
import type { Light } from '../../../gating/automatic/kind/step.ts';
import type { Density } from '../../../gating/density/density-1d.ts';
import { rectangleGate } from '../../../gating/gates/rectangle/schema.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { SampleAnalysis } from '../../sample/sample-analysis.ts';
import type { FlowWells } from '../assay.ts';
import type { TaughtGate } from '../plate.ts';
import { dimension, flowProtocol, type Probe, paths, probeName, type WellGates } from './flow-protocol.ts';
import { pooledDensity } from './pooled-density.ts';
import { endOfEffectors, type TaughtCut, teachBeads, teachInjured, teachTargets } from './teach-cuts.ts';

/** Gates one file by a protocol, with pictures; undefined of one that cannot be gated. */
type GateFile<F> = (file: F, protocol: Protocol) => Promise<SampleAnalysis | undefined>;

/** Files that teach the gates of a plate, by what their wells hold. */
export interface Teachers<F> {
  readonly alone: readonly F[];
  readonly effectors: readonly F[];
  readonly killed: readonly F[];
  /** Beads alone. */
  readonly beads: readonly F[];
  readonly mixed: readonly F[];
}

/** The protocol that all wells of a plate are gated by, and how sure each of its gates is. */
export interface TaughtPlate {
  readonly protocol: Protocol;
  readonly gates: readonly TaughtGate[];
}

/**
 * The gates of a plate, one after another: debris, targets by their label, single targets, injured ones. Controls and a few test wells
 * teach them together; they stand the same in every well.
 * @throws Problem `plate-fcs-no-teacher` where a control that they need is missing or holds too few cells
 */
export async function teachGates<F>(flow: FlowWells, teachers: Teachers<F>, gate: GateFile<F>): Promise<TaughtPlate> {
  const { alone, effectors, killed, beads, mixed } = teachers;
  const at = paths(flow);
  let transforms: { readonly [id: string]: Transform } = {};
  let gates: WellGates = {};
  const taught: TaughtGate[] = [];
  const look = (files: readonly F[], probe: Probe) =>
    inTurn(files, async (file) => {
      const analysis = await gate(file, flowProtocol(flow, gates, transforms, [probe]));
      return analysis && new Probed(analysis, probe);
    });
  const linear = (id: string, position: number): number => compileTransform(transforms[id]!).unscale(position);
  const say = (
    name: TaughtGate['gate'],
    id: string,
    cut: { readonly light: Light; readonly doubt?: number },
    of: number,
    position?: number,
  ) =>
    taught.push({
      ...{ gate: name, channel: id, light: cut.light, wells: of },
      ...(position === undefined ? {} : { at: linear(id, position) }),
      ...(cut.doubt === undefined ? {} : { doubt: cut.doubt }),
    });
  const pool = async (files: readonly F[], below: string, id: string): Promise<Density> =>
    pooledDensity((await look(files, { below, dimensions: [id] })).flatMap(({ picture }) => picture ?? []));

  // one scale a channel for the whole plate: that of a well which holds every kind of cell
  const ids = ['FSC-A', 'FSC-H', 'SSC', dimension.label, ...flow.injured.map((_, i) => dimension.injured[i]!)];
  for (const id of ['reference', 'effector', 'beads'] as const) if (flow[id] !== undefined) ids.push(dimension[id]);
  const probes = ids.map((id) => ({ below: '', dimensions: [id] }));
  let seen: SampleAnalysis | undefined;
  for (const file of [...mixed, ...alone]) seen ??= await gate(file, flowProtocol(flow, {}, {}, probes));
  if (seen === undefined) throw new Problem('plate-fcs-no-teacher', noTeacher);
  transforms = Object.fromEntries(seen.channels.map(({ id, transform }) => [id, transform]));

  const all = [...alone, ...effectors, ...killed, ...mixed];
  if (alone.length === 0) throw new Problem('plate-fcs-no-teacher', noTeacher);
  const need = (cut: TaughtCut | undefined, what: string): TaughtCut => {
    if (cut === undefined) throw new Problem('plate-fcs-no-gate', noGate, { gate: what });
    return cut;
  };
  if (flow.beads !== undefined) {
    const cut = need(teachBeads(await pool([...beads, ...(mixed.length > 0 ? mixed : alone)], '', dimension.beads)), flow.beads);
    gates = { ...gates, beads: cut.position };
    say('beads', dimension.beads, cut, beads.length + (mixed.length || alone.length), cut.position);
  }
  const debris = await look(effectors.length > 0 ? effectors : all, {
    below: at.events,
    dimensions: ['FSC-A'],
    gate: { kind: 'debris', spread: 4, lowest: 0.15 },
  });
  const placed = debris.flatMap(({ cut }) => cut ?? []).sort((a, b) => a.position - b.position);
  const middle = placed[placed.length >> 1];
  if (middle === undefined) throw new Problem('plate-fcs-no-gate', noGate, { gate: 'FSC-A' });
  gates = { ...gates, cells: middle.position };
  say('cells', 'FSC-A', middle, placed.length, middle.position);

  const onLabel = async (id: string, margin: number) => {
    const ofEffectors = effectors.length === 0 ? undefined : await pool(effectors, at.cells, id);
    const densities = { alone: await pool(alone, at.cells, id), effectors: ofEffectors, mixed: await pool(mixed, at.cells, id) };
    return { cut: need(teachTargets(densities, margin), id), end: ofEffectors && endOfEffectors(ofEffectors) };
  };
  const label = await onLabel(dimension.label, flow.margin);
  gates = { ...gates, targets: label.cut.position, ...(label.end === undefined ? {} : { labelled: label.end }) };
  say('targets', dimension.label, label.cut, all.length, label.cut.position);
  if (flow.reference !== undefined) {
    const { cut } = await onLabel(dimension.reference, flow.margin);
    gates = { ...gates, reference: cut.position };
    say('reference', dimension.reference, cut, all.length, cut.position);
  }

  gates = { ...gates, single: await teachSingle() };
  const injured: number[] = [];
  for (const [i] of flow.injured.entries()) {
    const id = dimension.injured[i]!;
    const ofAlone = await pool(alone, at.single, id);
    const cut = need(teachInjured(ofAlone, await pool([...alone, ...killed, ...mixed], at.single, id)), flow.injured[i]!);
    injured.push(cut.position);
    say(i === 0 ? 'injured' : 'injured-2', id, cut, alone.length + killed.length + mixed.length, cut.position);
  }
  gates = { ...gates, injured };
  return { protocol: flowProtocol(flow, gates, transforms), gates: taught };

  /** Targets without an effector on them: below the effectors' marker, or by their pulse. */
  async function teachSingle(): Promise<NonNullable<WellGates['single']>> {
    if (flow.effector !== undefined) {
      const ofAlone = await pool(alone, at.targets, dimension.effector);
      const cut = need(teachInjured(ofAlone, await pool([...alone, ...mixed], at.targets, dimension.effector)), flow.effector);
      say('single', dimension.effector, cut, alone.length + mixed.length, cut.position);
      return { dimensions: [dimension.effector], gate: rectangleGate([{ max: cut.position }]) };
    }
    const probes = await look(alone, {
      below: at.targets,
      dimensions: ['FSC-A', 'FSC-H'],
      gate: { kind: 'singlets', pulse: 'height', below: 4, above: 5 },
    });
    const best = probes.filter(({ gate: of }) => of !== undefined).sort((a, b) => b.events - a.events)[0];
    if (best?.gate === undefined) throw new Problem('plate-fcs-no-gate', noGate, { gate: 'FSC-A / FSC-H' });
    say('single', 'FSC-A / FSC-H', { light: best.light }, probes.length);
    return { dimensions: ['FSC-A', 'FSC-H'], gate: best.gate };
  }
}

/** What a probe shows of one file. */
class Probed {
  readonly #analysis: SampleAnalysis;
  readonly #probe: Probe;

  constructor(analysis: SampleAnalysis, probe: Probe) {
    this.#analysis = analysis;
    this.#probe = probe;
  }

  /** Of the population that it stands below. */
  get picture() {
    const { below, dimensions } = this.#probe;
    return this.#analysis.plots.find(
      ({ population, x, gates }) => population === below && x.channel.id === dimensions[0] && isProbe(gates),
    );
  }

  get #placed() {
    return this.#analysis.populations.find(({ name }) => name === probeName(0))?.gate;
  }

  get gate() {
    return this.#placed?.gate;
  }

  get light(): Light {
    return this.#placed?.automatic?.light ?? 'green';
  }

  get events(): number {
    return this.#analysis.populations.find(({ path }) => path === this.#probe.below)?.count ?? 0;
  }

  /** The lower bound of a gate on one channel. */
  get cut(): { readonly position: number; readonly light: Light } | undefined {
    const { gate } = this;
    const position = gate?.kind === 'rectangle' ? gate.ranges[0]?.min : undefined;
    return position === undefined ? undefined : { position, light: this.light };
  }
}

const isProbe = (gates: SampleAnalysis['plots'][number]['gates']): boolean =>
  gates.some(({ populations }) => populations.some(({ name }) => name === probeName(0)));

/** One after another: columns take memory. */
async function inTurn<F, R>(files: readonly F[], of: (file: F) => Promise<R | undefined>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const file of files) {
    const result = await of(file);
    if (result !== undefined) results.push(result);
  }
  return results;
}

const noTeacher = {
  en: 'No FCS file of targets alone was found: they teach the gates of the plate.',
  ja: '標的細胞のみのウェルのFCSファイルがないため、ゲートを設定できません。',
};
const noGate = {
  en: 'The controls hold too few cells to place the gate on {gate}.',
  ja: '対照ウェルの細胞数が少ないため、{gate}のゲートを設定できません。',
};

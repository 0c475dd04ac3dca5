import { compileTransform, sideBySide, type Transform } from '../../data/transforms/transforms.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import { type Gate, kindOf } from '../../gating/gates/gates.ts';
import type { Point } from '../../gating/gates/kind/geometry.ts';
import { lightOfGate, type PlacedGate } from '../../gating/strategy/population.ts';
import type { UsedChannel } from '../../gating/strategy/used-channels.ts';
import type { PopulationResult } from '../../statistics/population-result.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';

/** Which gate is looked at: by its id in a session, else by the path of the first population that it gives. */
export interface ReviewedGate {
  readonly id?: string | undefined;
  readonly population: string;
}

/** One number that says where a gate stands, on the scale on which samples stand side by side. */
export interface GatePlace {
  /** Names the same number in every gate of the kind. */
  readonly id: string;
  readonly dimension: string;
  readonly of: 'min' | 'max' | 'divider' | 'low' | 'high' | 'centre';
  readonly position: number;
}

/** A population of the gate: events of it and of its parent. */
export interface GateShare {
  readonly path: string;
  readonly name: string;
  readonly count: number;
  readonly parentCount: number;
  readonly percent: number;
}

/** One gate in one sample, as far as it is compared with that of other samples. */
export interface GateFacts {
  /** Populations below this one are drawn. */
  readonly parent: string;
  readonly placed: PlacedGate;
  readonly light: Light | undefined;
  /** Gates of another frame (kind, dimensions, scales) stand on other numbers: their places are not compared. */
  readonly frame: string;
  readonly places: readonly GatePlace[];
  /** None where a gate is held back or its parent holds no event. */
  readonly shares: readonly GateShare[];
}

/** Undefined where the sample has no such gate. */
export function gateFacts(
  { populations, channels }: Pick<SampleAnalysis, 'populations' | 'channels'>,
  gate: ReviewedGate,
): GateFacts | undefined {
  const members = membersOf(populations, gate);
  const [first] = members;
  if (first?.gate === undefined) return undefined;
  const parent = parentOf(first.path);
  const parentCount = populations.find(({ path }) => path === parent)?.count ?? 0;
  const light = worst(members);
  const { frame, places } = placesOf(first.gate, channels);
  return {
    parent,
    placed: first.gate,
    light,
    frame,
    places,
    shares: light === 'red' || parentCount === 0 ? [] : members.map((member) => shareOf(member, parentCount)),
  };
}

/** Every gate of an analysis, in the order of its strategy, by its first population. */
export function reviewableGates({
  populations,
}: Pick<SampleAnalysis, 'populations'>): readonly (ReviewedGate & { readonly name: string })[] {
  return populations.flatMap((population) => {
    const { gate, path, name } = population;
    if (gate === undefined || gate.dimensions.length === 0 || membersOf(populations, { population: path })[0] !== population) return [];
    return [
      {
        id: gate.id,
        population: path,
        name:
          membersOf(populations, { population: path })
            .map((one) => one.name)
            .join(' / ') || name,
      },
    ];
  });
}

/** All populations that one gate gives. */
function membersOf(populations: readonly PopulationResult[], { id, population }: ReviewedGate): readonly PopulationResult[] {
  const found = populations.find(({ gate, path }) => gate !== undefined && (id === undefined ? path === population : gate.id === id));
  if (found?.gate === undefined) return [];
  const same = gateKey(found.gate);
  const parent = parentOf(found.path);
  return populations.filter(({ gate, path }) => gate !== undefined && parentOf(path) === parent && gateKey(gate) === same);
}

const gateKey = ({ id, dimensions, gate }: PlacedGate): string => JSON.stringify([id, dimensions, gate]);
const parentOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

function worst(members: readonly PopulationResult[]): Light | undefined {
  const lights = members.flatMap(({ gate }) => (gate && lightOfGate(gate)) ?? []);
  return (['red', 'amber', 'green'] as const).find((light) => lights.includes(light));
}

const shareOf = ({ path, name, count }: PopulationResult, parentCount: number): GateShare => ({
  path,
  name,
  count,
  parentCount,
  percent: (100 * count) / parentCount,
});

/** Where a gate stands, on scales that all samples share; a dimension whose channel is not known keeps its own. */
function placesOf({ gate, dimensions }: PlacedGate, channels: readonly UsedChannel[]): Pick<GateFacts, 'frame' | 'places'> {
  const maps = dimensions.map((dimension) => sharedScale(channels.find(({ id }) => id === dimension)?.transform));
  const shared = (position: number, dimension: number): number => maps[dimension]?.map(position) ?? position;
  const outline = outlineOf(gate);
  const places = outline === undefined ? boundsOf(gate, dimensions, shared) : spanOf(outline, dimensions, shared);
  const finite = places.filter(({ position }) => Number.isFinite(position));
  const frame = JSON.stringify([gate.kind, dimensions, maps.map(({ name }) => name), finite.map(({ id }) => id)]);
  return { frame, places: finite };
}

function sharedScale(own: Transform | undefined): { readonly name: string; readonly map: (position: number) => number } {
  if (own === undefined) return { name: '', map: (position) => position };
  const shared = sideBySide(own);
  const [from, to] = [compileTransform(own), compileTransform(shared)];
  return { name: JSON.stringify(shared), map: from === to ? (position) => position : (position) => to.scale(from.unscale(position)) };
}

/** Of a gate with one closed outline: its corners may be any number of any order, so that what they span stands for them. */
function outlineOf(gate: Gate): readonly Point[] | undefined {
  const kind = kindOf(gate);
  const pieces = kind.pieces?.(gate) ?? [];
  const [piece] = pieces;
  if (pieces.length === 1 && piece !== undefined && 'vertices' in piece) return piece.vertices;
  return kind.populationCount(gate) === 1 ? kind.bentOutline?.(gate) : undefined;
}

function boundsOf(gate: Gate, dimensions: readonly string[], shared: (at: number, dimension: number) => number): readonly GatePlace[] {
  const bounds = kindOf(gate).bounds?.of(gate) ?? [];
  return bounds.flatMap(({ id, dimension, kind, unit, position }): GatePlace[] => {
    if (position === undefined || unit !== undefined) return [];
    const of = kind === 'min' || kind === 'max' || kind === 'centre' ? kind : 'divider';
    return [{ id, dimension: dimensions[dimension] ?? '', of, position: shared(position, dimension) }];
  });
}

function spanOf(
  outline: readonly Point[],
  dimensions: readonly string[],
  shared: (at: number, dimension: number) => number,
): readonly GatePlace[] {
  const corners = outline.map(([x, y]) => [shared(x, 0), shared(y, 1)] as const);
  const middle = centroidOf(corners);
  return ([0, 1] as const).flatMap((axis): GatePlace[] => {
    const along = corners.map((corner) => corner[axis]);
    const dimension = dimensions[axis] ?? '';
    return [
      { id: `${axis}-low`, dimension, of: 'low', position: Math.min(...along) },
      { id: `${axis}-centre`, dimension, of: 'centre', position: middle[axis] },
      { id: `${axis}-high`, dimension, of: 'high', position: Math.max(...along) },
    ];
  });
}

/** Of the area; the mean of the corners where they enclose none. */
function centroidOf(corners: readonly Point[]): Point {
  let [area, x, y] = [0, 0, 0];
  corners.forEach(([x0, y0], i) => {
    const [x1, y1] = corners[(i + 1) % corners.length]!;
    const cross = x0 * y1 - x1 * y0;
    area += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  });
  if (Math.abs(area) > 1e-12) return [x / (3 * area), y / (3 * area)];
  const mean = (axis: 0 | 1): number => corners.reduce((sum, corner) => sum + corner[axis], 0) / corners.length;
  return [mean(0), mean(1)];
}

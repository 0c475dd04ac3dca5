import { type BenchRow, quantile, row } from '../../benchmark/rows/bench-row.ts';
import type { MemoryPool } from '../../core/data/memory/memory-pool.ts';
import type { PolygonGate } from '../../core/gating/gates/polygon/polygon.ts';
import { plotPopulation } from '../../core/statistics/histograms/plot-data.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { readDragColumns } from '../../core/study/sample/drag-columns.ts';
import { gatePrepared } from '../../core/study/sample/gate-prepared.ts';
import { type PlotInSight, planDrag } from '../../core/study/sample/plan-drag.ts';
import { type PreparedSample, prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readTable } from '../../core/study/sample/raw-sample.ts';
import { openFile } from '../../headless/files/file-source.ts';
import { rowOf } from './bench-output.ts';
import { type DragFrame, type DragTeam, openDragTeam } from './drag-team.ts';

/** The next gates' axes, as the window would show them. */
const plots: readonly PlotInSight[] = [
  { id: '0', population: 'Cells', x: 'FSC-W', y: 'SSC-H' },
  { id: '1', population: 'Cells/Level', x: 'FITC-A', y: 'PE-A' },
];

/** Frames of one turn around the path; of an axis of 400 pixels about 4 pixels from frame to frame, and 12 where it is fast. */
const FRAMES = 60;
const FAST = 20;
const RADIUS = 0.1;

/**
 * A root polygon of 20 vertices moved along a circle, with 10 populations below it and 2 plots: by steps, on one thread and on two, and
 * computed as a whole with every other gate's members kept, in turns. Every figure is of frames whose numbers were compared.
 */
export async function measureDrag(file: string, protocol: Protocol, pool: MemoryPool, rounds: number): Promise<readonly BenchRow[]> {
  const source = await openFile(file);
  const read = await readTable(source, pool);
  const sample = prepareSample(read, protocol, pool);
  const [root, ...others] = protocol.strategy;
  if (root?.gate.kind !== 'polygon') throw new Error('no polygon');
  const [node, start] = [{ ...root, id: 'root' }, root.gate];
  const protocolOf = (gate: PolygonGate): Protocol => ({ ...protocol, strategy: [{ ...node, gate }, ...others] });
  const at = (turn: number): PolygonGate => {
    const [dx, dy] = [RADIUS * Math.sin(2 * Math.PI * turn), RADIUS * (1 - Math.cos(2 * Math.PI * turn))];
    return { ...start, vertices: start.vertices.map(([x, y]): [number, number] => [x + dx, y + dy]) };
  };
  gatePrepared(sample, protocolOf(start));
  const [plan, planMs] = timed(() => planDrag(sample, protocolOf(start), { id: 'root', gate: start, dimensions: node.dimensions }, plots));
  if (plan === undefined) throw new Error('no plan');
  const teams = [1, 2].map((threads) => openDragTeam(plan, (range) => readDragColumns(sample.columns, plan, range), start, threads));
  const [one, two] = teams as [DragTeam, DragTeam];
  const taken = { one: [] as number[], two: [] as number[], fast: [] as number[], jump: [] as number[], whole: [] as number[] };
  const medians = { one: [] as number[], two: [] as number[] };
  const used = { one: [] as number[], two: [] as number[] };
  for (let round = -1; round < rounds; round++) {
    const turn = (team: DragTeam, frames: number): number[] => {
      team.frame(at(0));
      return Array.from({ length: frames }, (_, i) => timed(() => team.frame(at((i + 1) / frames)))[1]);
    };
    const before = process.cpuUsage();
    const slow1 = turn(one, FRAMES);
    const between = process.cpuUsage();
    const slow2 = turn(two, FRAMES);
    const after = process.cpuUsage();
    const [fast, jump] = [turn(two, FAST), turn(two, 2)];
    const places = [0.1, 0.35, 0.6, 0.85].map(at);
    const whole = places.map((gate) => timed(() => computeWhole(sample, protocolOf(gate)))[1]);
    const last = places.at(-1)!;
    const expected = computeWhole(sample, protocolOf(last));
    for (const team of teams)
      compare(
        plan.followers.map(({ path }) => path),
        team.frame(last),
        expected,
      );
    if (round < 0) continue;
    taken.one.push(...slow1);
    taken.two.push(...slow2);
    taken.fast.push(...fast);
    taken.jump.push(...jump);
    taken.whole.push(...whole);
    used.one.push((between.user - before.user) / 1000 / FRAMES);
    used.two.push((after.user - between.user) / 1000 / FRAMES);
    medians.one.push(quantile(slow1, 0.5));
    medians.two.push(quantile(slow2, 0.5));
  }
  await Promise.all(teams.map((team) => team.close()));
  sample.release();
  read.table.release();
  await source.close();
  const over = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value / b[i]!);
  return [
    rowOf('drag-5m-1w-median-ms', 'ms', taken.one),
    rowOf('drag-5m-2w-median-ms', 'ms', taken.two),
    row('drag-5m-2w-p95-ms', 'ms', quantile(taken.two, 0.95), taken.two),
    rowOf('second-worker', 'times', over(medians.one, medians.two)),
    rowOf('drag-5m-1w-cpu-ms', 'ms', used.one),
    rowOf('drag-5m-2w-cpu-ms', 'ms', used.two),
    rowOf('drag-5m-whole-median-ms', 'ms', taken.whole),
    rowOf('drag-5m-whole-over-2w', 'times', over([quantile(taken.whole, 0.5)], [quantile(taken.two, 0.5)])),
    rowOf('drag-5m-2w-fast-median-ms', 'ms', taken.fast),
    row('drag-5m-2w-fast-p95-ms', 'ms', quantile(taken.fast, 0.95), taken.fast),
    rowOf('drag-5m-2w-jump-median-ms', 'ms', taken.jump),
    rowOf('drag-5m-plan-ms', 'ms', [planMs]),
    rowOf('drag-5m-2w-open-ms', 'ms', [two.openMs]),
  ];
}

function computeWhole(sample: PreparedSample, protocol: Protocol) {
  const populations = new Map(gatePrepared(sample, protocol).populations.map((population) => [population.path, population]));
  const pictures = plots.map(({ population, x, y = '' }) => {
    const [shown, across, up] = [populations.get(population), sample.channel(x), sample.channel(y)];
    if (shown === undefined || across === undefined || up === undefined) throw new Error(`no ${population}`);
    return plotPopulation(shown, [], across, up, sample.columns).density;
  });
  return { populations, pictures };
}

function compare(paths: readonly string[], { counts, pictures }: DragFrame, expected: ReturnType<typeof computeWhole>): void {
  const isSame =
    paths.every((path, i) => expected.populations.get(path)?.count === counts[i]) &&
    pictures.every((picture, i) => picture.every((count, bin) => count === expected.pictures[i]?.[bin]));
  if (!isSame) throw new Error('the drag is not what the whole computation gives');
}

function timed<T>(work: () => T): readonly [T, number] {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

import type { FcsContent } from '../../core/data/fcs/write/write-content.ts';
import { type Random, seedRandom } from '../../test-data/random.ts';
import { type Donor, mixedChannels } from './donor.ts';
import { type LabelledSample, percentages } from './labelled-sample.ts';
import type { Disturbance, MixtureScenario } from './scenarios.ts';

type Cell = number[];
const at = Object.fromEntries(mixedChannels.map((id, i) => [id, i])) as { readonly [C in (typeof mixedChannels)[number]]: number };

/** Standard deviation of the negatives of both donors, linear. */
const negativeSpread = 600;

/** Draws a mixture of one donor's purified cells and disturbs it. The same seed gives the same events. */
export function mixDonor(donor: Donor, scenario: MixtureScenario, repeat: number): LabelledSample {
  const random = seedRandom(`${donor.name}/${scenario.name}/${repeat}`);
  const { shares, disturbance, events } = scenario;
  const bounds = [shares.nk, shares.nk + shares['nkt-like'], shares.nk + shares['nkt-like'] + shares.t];
  const counts = [0, 0, 0, 0];
  const run = drawRun(disturbance, random);
  const rows: Cell[] = [];
  for (let event = 0; event < events; event++) {
    const kind = random.uniform() * 100;
    const { debris = 0, dead = 0, doublets = 0 } = disturbance;
    if (kind < debris) rows.push(run(pick(donor, donor.debris, random), -1));
    else if (kind < debris + dead) rows.push(run(pick(donor, donor.dead, random), -1));
    else if (kind < debris + dead + doublets) rows.push(run(together(live()[0], live()[0], random), -1));
    else {
      const [cell, part] = live();
      counts[part]!++;
      rows.push(run(cell, part));
    }
  }
  const present = percentages(counts);
  return { scenario, repeat, content: contentOf(donor, rows), drawn: shares, present };

  function live(): readonly [Cell, number] {
    const draw = random.uniform() * 100;
    const part = bounds.findIndex((bound) => draw < bound);
    if (part === 0) return [pick(donor, donor.pools.nk, random), 0];
    if (part === 1) {
      // a T cell with the CD56 of an NK cell: neither donor has enough of the real ones
      const cell = pick(donor, donor.pools.t, random);
      cell[at.CD56] = pick(donor, donor.pools.nk, random)[at.CD56]!;
      return [cell, 1];
    }
    return part === 2 ? [pick(donor, donor.pools.t, random), 2] : [pick(donor, donor.pools.other, random), 3];
  }
}

/** One event of a pool, every value moved a little, since pools are smaller than mixtures. */
function pick({ columns }: Donor, pool: readonly number[], random: Random): Cell {
  const event = pool[Math.floor(random.uniform() * pool.length)]!;
  const jitter = pool.length < 300 ? 0.08 : 0.02;
  return mixedChannels.map((id) => {
    const value = columns[id][event]!;
    return id === 'FSC-H' || id === 'FSC-A' || id === 'SSC' ? value : value * (1 + jitter * random.normal()) + 40 * random.normal();
  });
}

function together(a: Cell, b: Cell, random: Random): Cell {
  const cell = a.map((value, i) => value + b[i]!);
  cell[at['FSC-H']] = Math.max(a[at['FSC-H']]!, b[at['FSC-H']]!) * (1.05 + 0.05 * Math.abs(random.normal()));
  return cell;
}

/** The disturbance as one run of the instrument would see it: gains and shifts are drawn once, the rest event by event. */
function drawRun(disturbance: Disturbance, random: Random): (cell: Cell, part: number) => Cell {
  const { gain = 1, shift = 0, spill = 0, dim = 1, blasts = 0, noise = 0 } = disturbance;
  const gains = [0, 1].map(() => Math.exp(random.between(-1, 1) * Math.log(gain)));
  const shifts = [0, 1].map(() => random.between(-1, 1) * shift * negativeSpread);
  const leak = random.between(-1, 1) * spill;
  return (cell, part) => {
    if (part === 0) cell[at.CD56]! *= dim;
    if (part >= 0 && random.chance(blasts)) {
      cell[at['FSC-A']]! *= 1.4;
      cell[at['FSC-H']]! *= 1.4;
      cell[at.SSC]! *= 1.3;
    }
    const [cd3, cd56] = [cell[at.CD3]!, cell[at.CD56]!];
    cell[at.CD56] = cd56 + leak * cd3;
    cell[at.CD3] = cd3 + 0.5 * leak * cd56;
    for (const [i, id] of [at.CD3, at.CD56].entries()) {
      const more = noise * Math.sqrt(150_000 + 100 * Math.max(0, cell[id]!)) * random.normal();
      cell[id] = (cell[id]! + more) * gains[i]! + shifts[i]!;
    }
    return cell;
  };
}

function contentOf(donor: Donor, rows: readonly Cell[]): FcsContent {
  const range = 4_194_304;
  const channels = mixedChannels.map((id) => ({ ...donor.markers[id], bits: 32, range }));
  return {
    version: 'FCS3.1',
    datatype: 'F',
    byteOrder: 'little',
    eventCount: rows.length,
    channels: [{ name: 'Time', bits: 32, range }, ...channels],
    columns: [
      Float32Array.from(rows, (_, event) => event * 0.5),
      ...mixedChannels.map((_, i) => Float32Array.from(rows, (row) => Math.min(range - 1, row[i]!))),
    ],
    keywords: new Map([['$TIMESTEP', '0.001']]),
  };
}

import type { Host } from '../../core/analyse.ts';
import { analysePrepared } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { type Bitmask, has } from '../../core/data/events/bitmask.ts';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import type { Light, StepInput } from '../../core/gating/automatic/kind/step.ts';
import { quadrantOf } from '../../core/gating/gates/quadrant/quadrant-of.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { type PreparedSample, prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readSample } from '../../core/study/sample/raw-sample.ts';
import type { Dividers } from './baselines.ts';
import { type LabelledSample, type Part, parts, percentages, type Shares } from './labelled-sample.ts';

/** What came out for one sample: per cent of lymphocytes by the product and by each baseline. */
export interface Outcome {
  readonly sample: Pick<LabelledSample, 'scenario' | 'repeat' | 'drawn' | 'present'>;
  readonly found: Shares;
  readonly intervals: { readonly [P in Part]?: { readonly low: number; readonly high: number } };
  readonly light: Light;
  /** The analysis gives no number. */
  readonly withheld: boolean;
  /** Membership against the labels, where the sample has them. */
  readonly agreement?: { readonly lymphocytes: Agreement; readonly nk: Agreement; readonly t: Agreement };
  readonly sentences: readonly string[];
  readonly baselines: { readonly [name: string]: Shares };
}

/** Per cent: of what should be in a population, what is; of what is, what should be. */
interface Agreement {
  readonly recall: number;
  readonly purity: number;
}

export type Baselines = { readonly [name: string]: (input: StepInput) => Dividers };

/** Takes a sample the whole way, from bytes; the baselines cut the same lymphocytes. */
export async function measureSample(sample: LabelledSample, protocol: Protocol, host: Host, baselines: Baselines): Promise<Outcome> {
  const raw = await readSample(bytesSource('simulated.fcs', encodeFcs([sample.content])), host);
  const prepared = prepareSample(raw, protocol, host.pool);
  try {
    const { gated, analysis } = await analysePrepared(prepared, protocol, host, raw.identity);
    // what a red gate holds is measured too, though no analysis gives it
    const countOf = (part: string) => gated.populations.find(({ role }) => role === part)?.count ?? 0;
    const first = gated.populations.find(({ role }) => role === 'nk');
    const input = inputOf(prepared, first?.parent?.members ?? gated.populations[0]!.members);
    const { content: _content, labels, ...kept } = sample;
    const agreement = labels && {
      lymphocytes: agreementOf(first?.parent?.members, labels, (part) => part < parts.length),
      nk: agreementOf(first?.members, labels, (part) => parts[part] === 'nk'),
      t: agreementOf(gated.populations.find(({ role }) => role === 't')?.members, labels, (part) => parts[part] === 't'),
    };
    return {
      sample: kept,
      found: percentages(parts.map(countOf)),
      intervals: Object.fromEntries(
        gated.populations.flatMap(({ role, placed }) =>
          role !== undefined && placed?.automatic?.estimate ? [[role, placed.automatic.estimate]] : [],
        ),
      ),
      light: worst([...ancestors(first)].map(({ placed }) => placed?.automatic?.light ?? 'green')),
      ...(agreement === undefined ? {} : { agreement }),
      withheld: analysis.composition === undefined,
      sentences: (first?.placed?.automatic?.evidence ?? []).map(({ code }) => code),
      baselines: Object.fromEntries(Object.entries(baselines).map(([name, cut]) => [name, share(input, cut(input))])),
    };
  } finally {
    prepared.release();
    raw.table.release();
  }
}

function agreementOf(members: Bitmask | undefined, labels: Uint8Array, belongs: (part: number) => boolean): Agreement {
  let [held, wanted, both] = [0, 0, 0];
  for (const [event, part] of labels.entries()) {
    const isIn = members !== undefined && has(members, event);
    if (isIn) held++;
    if (belongs(part)) wanted++;
    if (isIn && belongs(part)) both++;
  }
  return { recall: (100 * both) / Math.max(1, wanted), purity: (100 * both) / Math.max(1, held) };
}

interface Placed {
  readonly parent?: Placed;
  readonly placed?: { readonly automatic?: { readonly light: Light } };
}

function* ancestors(population: Placed | undefined): Generator<Placed> {
  for (let at = population; at !== undefined; at = at.parent) yield at;
}

const order: readonly Light[] = ['green', 'amber', 'red'];
const worst = (lights: readonly Light[]): Light => order[Math.max(...lights.map((light) => order.indexOf(light)))] ?? 'red';

/** CD3 and CD56 of the lymphocytes, as a step sees them. */
function inputOf(prepared: PreparedSample, members: Parameters<typeof has>[0]): StepInput {
  const scaled = ['CD3', 'CD56'].map((id) => {
    const channel = prepared.channel(id)!;
    return prepared.columns.scaled(channel.index, channel.scale);
  });
  const parts = prepared.columns.shards.map((shard, i) => ({
    columns: scaled.map((of) => of[i]!),
    parent: members.subarray(shard.firstEvent / 32) as typeof members,
    eventCount: shard.eventCount,
  }));
  return { parts, zeros: [0, 0], scales: [], parentCount: members.length * 32 };
}

function share({ parts: shards }: StepInput, [x, y]: Dividers): Shares {
  const counts = [0, 0, 0, 0];
  for (const { columns, parent, eventCount } of shards)
    for (let event = 0; event < eventCount; event++)
      if (has(parent, event)) counts[quadrantOf({ x, y: [y, y] }, columns[0]![event]!, columns[1]![event]!) ?? 3]!++;
  return percentages(counts);
}

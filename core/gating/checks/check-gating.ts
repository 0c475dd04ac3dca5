import type { Finding } from '../../base/finding.ts';
import type { SampleColumns } from '../../data/events/sample-columns.ts';
import type { GatingChannel } from '../strategy/gating-channel.ts';
import type { GatedSample } from '../strategy/population.ts';
import { blastsCutOff } from './blasts-cut-off.ts';
import { cd3Modulation } from './cd3-modulation.ts';
import { cd45Negative } from './cd45-negative.ts';
import { coincidentDoublets } from './coincident-doublets.ts';
import { cutSensitivity } from './cut-sensitivity.ts';
import { deadCells } from './dead-cells.ts';
import { feederCells } from './feeder-cells.ts';
import type { GatingCheck, GatingCheckInput } from './gating-check.ts';
import { spilloverResidual } from './spillover-residual.ts';

/** Every check of gating. Drift of cuts over time is in core/biology/control-charts. */
const checks: readonly GatingCheck[] = [
  cutSensitivity,
  blastsCutOff,
  coincidentDoublets,
  cd3Modulation,
  deadCells,
  spilloverResidual,
  feederCells,
  cd45Negative,
];

export function checkGating(
  { populations }: GatedSample,
  columns: SampleColumns,
  channelOf: (id: string) => GatingChannel | undefined,
): readonly Finding[] {
  const known = new Map<string, Float64Array>();
  const joined = (key: string, parts: () => readonly Float64Array[]) => {
    const values = known.get(key) ?? join(parts());
    known.set(key, values);
    return values;
  };
  const input: GatingCheckInput = {
    populations,
    scaled(id) {
      const channel = channelOf(id);
      return channel && joined(`scaled ${id}`, () => columns.scaled(channel.index, channel.scale));
    },
    linear(id) {
      const channel = channelOf(id);
      return channel && joined(`linear ${id}`, () => columns.linear(channel.index));
    },
  };
  return checks.flatMap((check) => check(input));
}

/** One shard is the rule: its column is handed on as it is. */
function join(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1) return parts[0]!;
  const out = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

import { readFileSync } from 'node:fs';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import { type ResolvedPanel, resolvePanel } from '../../../../../core/data/panel/resolve.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';

const shipped = parseProtocol(readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));

/** $PnN, and $PnS where there is one. */
export type Named = readonly [name: string, marker?: string];

export const channelsOf = (...names: readonly Named[]): readonly Channel[] =>
  names.map(([name, marker], i) => ({
    ...{ index: i + 1, name, bits: 32, range: 262_144, detail: {} },
    ...(marker === undefined ? {} : { marker }),
  }));

/** The shipped panel over channels of these names. */
export const resolveShipped = (...names: readonly Named[]): ResolvedPanel => resolvePanel(shipped.panel, channelsOf(...names));

export const nameOf = ({ channels }: ResolvedPanel, id: string): string | undefined => channels.get(id)?.name;

export const codesOf = ({ findings }: ResolvedPanel): readonly string[] => findings.map(({ code }) => code);

import { remembered } from '../../base/remembered.ts';
import type { Channel } from '../events/channel.ts';

/** How a name was found to mean a channel, the surest way first. */
type FoundBy = (typeof ways)[number]['by'];

/** The channel that a name means; or those that fit equally well, none or several. */
export type ChannelLookup =
  | { readonly channel: Channel; readonly by: FoundBy }
  | { readonly channel: undefined; readonly fits: readonly Channel[] };

/** As compared: letters of one width and case, spaces around them gone, FlowJo's "_" for "/". */
const spelling = remembered((name: string): string => name.normalize('NFKC').trim().toLowerCase().replaceAll('/', '_'));
/** Without what marks a compensated copy. */
const unmarked = remembered((name: string): string =>
  spelling(name)
    .replace(/^<(.*)>$/, '$1')
    .replace(/^(fj-?)?comp[-_ ]/, '')
    .trim(),
);
/** "FITC-A :: CD3" is how programs show a detector with its marker. */
const beforeColons = remembered((name: string): string => unmarked(name.split('::', 1)[0] ?? ''));

/** R writes a point for every other sign in a column's name, and an X before a digit. */
const mangled = remembered((name: string): string => spelling(name).replace(/[^\p{L}\p{N}]/gu, '.'));

const ways = [
  { by: 'name', fits: (wanted: string, { name }: Channel) => name === wanted },
  { by: 'spelling', fits: (wanted: string, { name }: Channel) => spelling(name) === spelling(wanted) },
  { by: 'unmarked', fits: (wanted: string, { name }: Channel) => unmarked(name) === unmarked(wanted) },
  { by: 'before-colons', fits: (wanted: string, { name }: Channel) => beforeColons(name) === beforeColons(wanted) },
  {
    by: 'mangled',
    fits: (wanted: string, { name }: Channel) => wanted.includes('.') && mangled(name) === spelling(wanted).replace(/^x(?=\d)/, ''),
  },
  { by: 'marker', fits: (wanted: string, { marker }: Channel) => marker !== undefined && spelling(marker) === spelling(wanted) },
] as const;

/**
 * The one way in which a name from anywhere (a matrix, a pinned panel entry, a single stain, another program's document) finds its channel:
 * by $PnN as written; spelt alike; without "Comp-", "FJComp-" or "<>"; by what stands before " :: "; with R's points for other signs; by $PnS. The first way in which any
 * channel fits decides, and only if just one does.
 */
export function lookUpChannel(name: string, channels: readonly Channel[]): ChannelLookup {
  if (spelling(name) === '') return { channel: undefined, fits: [] };
  for (const { by, fits } of ways) {
    const found = channels.filter((channel) => fits(name, channel));
    if (found.length === 1) return { channel: found[0]!, by };
    if (found.length > 1) return { channel: undefined, fits: found };
  }
  return { channel: undefined, fits: [] };
}

/** The channel that a name means; undefined where there is none or a choice. */
export const findChannel = (name: string, channels: readonly Channel[]): Channel | undefined => lookUpChannel(name, channels).channel;

/** Whether a channel's own name says that it holds compensated values. */
export const isMarkedCompensated = (name: string): boolean => /^((FJ-?)?Comp[-_ ]|<.*>$)/i.test(name.trim());

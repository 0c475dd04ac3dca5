import { isTime } from '../../../core/data/events/scale-values.ts';
import { resolvePanel } from '../../../core/data/panel/resolve.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import type { Random } from '../../../test-data/random.ts';
import { renamed, scaled, withAbsurd, withEvents } from './changes.ts';
import type { LawSample } from './law-sample.ts';

/** What must not move a gate, done once. */
export interface Change {
  /** In words, with its numbers. */
  readonly what: string;
  readonly sample: LawSample;
  /** Fewer events tell less: what counting alone explains is no breach. */
  readonly hasFewer: boolean;
}

/** Draws a change of a sample; undefined where the sample has nothing to change. */
type Law = (sample: LawSample, protocol: Protocol, random: Random) => Change | undefined;

const scatterIds = ['FSC', 'FSC-A', 'FSC-H', 'SSC', 'SSC-A', 'SSC-H'];
const gatedIds = ['CD3', 'CD56', 'Viability', 'CD45'];

export const laws: { readonly [name: string]: Law } = {
  'a fluorescence channel x 0.1 to 10': (sample, protocol, random) => {
    const at = placesOf(sample, protocol);
    const gated = gatedIds.flatMap((id) => at(id) ?? []);
    const apart = new Set([...scatterIds, 'FSC-W', 'Time', 'DNA'].flatMap((id) => at(id) ?? []));
    const others = sample.channels.flatMap((channel, place) =>
      apart.has(place) || isTime(channel) || /^(fsc|ssc|event_length|center|offset|width|residual)/i.test(channel.name) ? [] : [place],
    );
    const place = pick(random.chance(0.75) && gated.length > 0 ? gated : others, random);
    if (place === undefined) return undefined;
    return scaling(sample, [place], 10 ** random.between(-1, 1), random);
  },
  'scatter x 0.5 to 2': (sample, protocol, random) => {
    const at = placesOf(sample, protocol);
    const family = random.chance(0.5) ? 'FSC' : 'SSC';
    const places = [...new Set(scatterIds.filter((id) => id.startsWith(family)).flatMap((id) => at(id) ?? []))];
    return places.length === 0 ? undefined : scaling(sample, places, 2 ** random.between(-1, 1), random);
  },
  'one to a hundred absurd events': (sample, protocol, random) => {
    const at = placesOf(sample, protocol);
    const places = [...gatedIds, ...scatterIds].flatMap((id) => at(id) ?? []);
    const count = Math.round(10 ** random.between(0, 2));
    const added = Array.from({ length: count }, () => ({
      like: Math.floor(random.uniform() * sample.from.length),
      place: pick(places, random)!,
    }));
    return { what: `${count} absurd events`, sample: withAbsurd(sample, added), hasFewer: false };
  },
  'half of the events dropped': (sample, _, random) => {
    const order = Array.from(sample.from.keys()).filter(() => random.chance(0.5));
    return { what: `${order.length} of ${sample.from.length} events`, sample: withEvents(sample, order), hasFewer: true };
  },
  'the order shuffled': (sample, _, random) => {
    const order = Array.from(sample.from.keys());
    for (let last = order.length - 1; last > 0; last--) {
      const other = Math.floor(random.uniform() * (last + 1));
      [order[last], order[other]] = [order[other]!, order[last]!];
    }
    return { what: 'the order shuffled', sample: withEvents(sample, order), hasFewer: false };
  },
  'a channel renamed': (sample, protocol, random) => {
    const known = resolved(sample, protocol);
    const name = pick(['Zeta-A', 'zeta', 'FL27-A', 'B515-A', 'Channel 27'], random)!;
    const same = (other: LawSample) => {
      const now = resolved(other, protocol);
      return now.size === known.size && [...known].every(([id, place]) => now.get(id) === place);
    };
    const places = [...new Set(known.values())].filter((place) => sample.channels[place]!.marker && same(renamed(sample, place, name)));
    const place = pick(places, random);
    if (place === undefined) return undefined;
    return { what: `${sample.channels[place]!.name} is called ${name}`, sample: renamed(sample, place, name), hasFewer: false };
  },
};

function scaling(sample: LawSample, places: readonly number[], factor: number, random: Random): Change {
  const follows = random.chance(0.5);
  const names = places.map((place) => sample.channels[place]!.marker || sample.channels[place]!.name).join(', ');
  return {
    what: `${names} x ${factor.toPrecision(3)}${follows ? ', range too' : ''}`,
    sample: places.reduce((changed, place) => scaled(changed, place, factor, follows), sample),
    hasFewer: false,
  };
}

const pick = <T>(of: readonly T[], random: Random): T | undefined => of[Math.floor(random.uniform() * of.length)];

/** The channels of panel ids, from 0. */
const resolved = ({ channels }: LawSample, { panel }: Protocol): ReadonlyMap<string, number> =>
  new Map([...resolvePanel(panel, channels).channels].map(([id, { index }]) => [id, index - 1]));

function placesOf(sample: LawSample, protocol: Protocol): (id: string) => number | undefined {
  const places = resolved(sample, protocol);
  return (id) => places.get(id);
}

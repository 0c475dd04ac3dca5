import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import { findChannel, lookUpChannel } from '../../../../../core/data/panel/find-channel.ts';

const channelsOf = (names: readonly (string | readonly [name: string, marker: string])[]): readonly Channel[] =>
  names.map((given, i) => {
    const [name, marker] = typeof given === 'string' ? [given, undefined] : given;
    return { index: i + 1, name, ...(marker === undefined ? {} : { marker }), bits: 32, range: 1024, detail: {} };
  });

const channels = channelsOf(['FSC-A', ['FITC-A', 'CD3'], ['PE-Cy5, -A', 'CD56'], ['APC/Cy7-A', 'CD45']]);

describe('a channel by a name from anywhere', () => {
  it.each([
    ['FITC-A', 'name'],
    [' fitc-a ', 'spelling'],
    ['ＦＩＴＣ-Ａ', 'spelling'],
    ['APC_Cy7-A', 'spelling'],
    ['Comp-FITC-A', 'unmarked'],
    ['FJComp-FITC-A', 'unmarked'],
    ['FJ-Comp-FITC-A', 'unmarked'],
    ['<FITC-A>', 'unmarked'],
    ['FITC-A :: CD3', 'before-colons'],
    ['Comp-FITC-A :: CD3', 'before-colons'],
    ['cd3', 'marker'],
  ])('%s is found by its %s', (name, by) => {
    const lookup = lookUpChannel(name, channels);
    expect(lookup).toMatchObject({ by });
    expect(lookup.channel).toBe(name === 'APC_Cy7-A' ? channels[3] : channels[1]);
  });

  it.each(['', ' ', 'FITC', 'FITC-H', 'CD', '::', 'Comp-'])('"%s" is none of them', (name) =>
    expect(findChannel(name, channels)).toBeUndefined(),
  );

  it('is refused where several fit alike, and says which', () => {
    const twice = channelsOf(['FITC-A', 'FITC-A', ['PE-A', 'CD3'], ['PE-H', 'CD3']]);
    expect(lookUpChannel('FITC-A', twice)).toEqual({ channel: undefined, fits: [twice[0], twice[1]] });
    expect(lookUpChannel('CD3', twice)).toEqual({ channel: undefined, fits: [twice[2], twice[3]] });
  });

  it('as written stands before every liberty', () => {
    const both = channelsOf(['Comp-FITC-A', 'FITC-A', 'fitc-a', ['PE-A', 'FITC-A']]);
    for (const channel of both.slice(0, 3)) expect(findChannel(channel.name, both)).toBe(channel);
  });

  it('is the channel that was dressed up, or none, never another', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 ,./_-]{0,8}[A-Za-z0-9]$/);
    const dresses: readonly ((name: string) => string)[] = [
      (text) => `  ${text}\t`,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => `Comp-${text}`,
      (text) => `FJComp-${text}`,
      (text) => `<${text}>`,
      (text) => `${text} :: CD3`,
      (text) => text.replaceAll('/', '_'),
    ];
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 12 }), fc.nat(), fc.constantFrom(...dresses), (names, pick, dress) => {
        const made = channelsOf(names);
        const meant = made[pick % made.length]!;
        const found = lookUpChannel(dress(meant.name), made);
        const alike = (a: string) =>
          a
            .trim()
            .toLowerCase()
            .replaceAll('/', '_')
            .replace(/^comp[-_ ]/, '')
            .trim();
        const rivals = made.filter((other) => alike(other.name) === alike(meant.name));
        if (rivals.length === 1) expect(found.channel).toBe(meant);
        else if (found.channel !== undefined) expect(rivals).toContain(found.channel);
      }),
    );
  });
});

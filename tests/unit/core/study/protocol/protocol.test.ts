import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../../../core/base/migrate.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';

const text = readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8');
const shipped: { [key: string]: unknown } = JSON.parse(text);

const codeOf = (action: () => unknown): unknown => {
  try {
    action();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a protocol file', () => {
  it('is read, and reads back equal', () => {
    const protocol = parseProtocol(text);
    expect(parseProtocol(JSON.stringify(protocol))).toEqual(protocol);
  });

  it.each([
    ['no JSON', '{', 'protocol-invalid', ''],
    ['an unknown key', JSON.stringify({ ...shipped, extra: 1 }), 'protocol-invalid', ''],
    [
      'a wrong number',
      JSON.stringify({ ...shipped, statistics: { interval: { method: 'wilson', confidence: 2 }, medians: [] } }),
      'protocol-invalid',
      'statistics.interval.confidence',
    ],
    ['a newer format', JSON.stringify({ ...shipped, version: 99 }), 'version-unknown', 'version'],
    [
      'a transform outside its domain',
      JSON.stringify({ ...shipped, transforms: { CD3: { kind: 'logicle', T: 1000, W: 3, M: 4, A: 0 } } }),
      'protocol-invalid',
      'transforms.CD3',
    ],
  ])('with %s is refused with its place', (_, broken, code, path) => {
    expect(codeOf(() => parseProtocol(broken))).toMatchObject({ name: 'Problem', code, place: { path } });
  });
});

describe('migrations', () => {
  const steps = {
    1: (document: object) => ({ ...document, version: 2, added: true }),
    2: (document: object) => ({ ...document, version: 3, renamed: 'x' }),
  };
  it('run one after another up to the current version', () =>
    expect(migrate({ version: 1 }, 3, steps)).toEqual({ version: 3, added: true, renamed: 'x' }));
  it('leave a current document alone', () => expect(migrate({ version: 3, a: 1 }, 3, steps)).toEqual({ version: 3, a: 1 }));
  it('refuse what they do not know', () =>
    expect(codeOf(() => migrate({ version: 0 }, 3, steps))).toMatchObject({ code: 'version-unknown' }));
});

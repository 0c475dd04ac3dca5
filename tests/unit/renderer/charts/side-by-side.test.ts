import { readFileSync } from 'node:fs';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { parseProtocol } from '../../../../core/session/protocol.ts';
import { dotsOf } from '../../../../renderer/culture/quadrant-dots.ts';
import { SideBySide } from '../../../../renderer/culture/side-by-side.tsx';

describe('pictures of culture methods', () => {
  it('draw as many dots of a part as it is percent of', () => {
    const dots = dotsOf([75, 8, 12, 5], 400);
    expect([0, 1, 2, 3].map((part) => dots.filter((dot) => dot.part === part).length)).toEqual([300, 32, 48, 20]);
    for (const { x, y } of dots) expect(Math.min(x, y, 1 - x, 1 - y)).toBeGreaterThan(0);
  });
  it('stand side by side, one a profile', () => {
    const protocol = readFileSync(new URL('../../../../core/protocols/nk-t.json', import.meta.url), 'utf8');
    const profiles = parseProtocol(protocol).classifier.profiles!.methods;
    const drawn = renderToStaticMarkup(
      createElement(SideBySide, { profiles, composition: undefined, chosen: 'cik', onSave: () => undefined }),
    );
    expect(drawn.match(/data-method=/g)).toHaveLength(profiles.length);
    expect(drawn.match(/is-framed/g)).toHaveLength(1);
  });
});

import { expect, it } from 'vitest';
import { toolNamed } from '../../../../core/gating/gates/gates.ts';
import { toolNames } from '../../../../renderer/store/tools.ts';

it.each(toolNames.filter((name) => name !== 'select'))('the tool %s draws gates of a kind', (name) => {
  expect(toolNamed(name)?.name).toBe(name);
});

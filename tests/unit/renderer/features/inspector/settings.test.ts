import { describe, expect, it } from 'vitest';
import { settingAt, withSetting } from '../../../../../renderer/features/inspector/settings.ts';

const step = { kind: 'feeder-label', markers: [{ low: 0.1 }, { low: 0.2 }], spread: 4 };

describe('settings', () => {
  it('are read and set by a path through groups and lists', () => {
    expect(settingAt(step, ['markers', '1', 'low'])).toBe(0.2);
    expect(settingAt(step, ['bootstrap', 'draws'])).toBeUndefined();
    expect(withSetting(step, ['markers', '1', 'low'], 0.3)).toEqual({ ...step, markers: [{ low: 0.1 }, { low: 0.3 }] });
    expect(withSetting(step, ['bootstrap', 'draws'], 50)).toEqual({ ...step, bootstrap: { draws: 50 } });
  });

  it('are left out where nothing is said, the others in their order', () => {
    expect(withSetting(step, ['spread'], undefined)).toEqual({ kind: 'feeder-label', markers: step.markers });
    expect(JSON.stringify(withSetting(step, ['spread'], 5))).toBe(JSON.stringify({ ...step, spread: 5 }));
  });
});

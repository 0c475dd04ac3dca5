import { describe, expect, it } from 'vitest';
import { refusedSwitch, refusedSwitchText } from '../../../electron/refuse-debugging.ts';

describe('a switch through which the window could be driven', () => {
  const release = { isPackaged: true, isForTests: false };
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-pipe',
    '--remote-debugging-address=0.0.0.0',
    '--remote-allow-origins=*',
    '-remote-debugging-port=1',
  ])('ends a release: %s', (arg) => {
    expect(refusedSwitch(['lymphoscope', 'a.fcs', arg], release)).toBe(arg.replace(/=.*/, ''));
    expect(refusedSwitch(['lymphoscope', arg], { isPackaged: false, isForTests: false })).toBeUndefined();
    expect(refusedSwitch(['lymphoscope', arg], { isPackaged: true, isForTests: true })).toBeUndefined();
  });
  it('is named in both languages, and no other ends it', () => {
    expect(refusedSwitch(['lymphoscope', '--lang=ja', 'remote-debugging.fcs'], release)).toBeUndefined();
    for (const language of ['en', 'ja'] as const)
      expect(refusedSwitchText('--remote-debugging-port', language)).toContain('--remote-debugging-port');
  });
});

import type { Language } from '../core/base/message.ts';

/**
 * Chromium opens a port for `--remote-debugging-*` through which whoever reaches it drives the window, and a person who was told to add a switch
 * may not know it. A release says so and ends; copies for tests, which are driven that way, are marked when they are built.
 */
export function refusedSwitch(
  argv: readonly string[],
  { isPackaged, isForTests }: { readonly isPackaged: boolean; readonly isForTests: boolean },
) {
  if (!isPackaged || isForTests) return undefined;
  return argv.find((arg) => /^--?remote-(debugging|allow-origins)/i.test(arg))?.replace(/=.*/, '');
}

export const refusedSwitchText = (name: string, language: Language): string =>
  language === 'ja'
    ? `Lymphoscopeは${name}では起動しません。このスイッチを付けると、外部のプログラムがウィンドウを操作できてしまいます。`
    : `Lymphoscope does not start with ${name}: other programs could drive its window through it.`;

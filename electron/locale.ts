import { execFileSync, spawnSync } from 'node:child_process';

type Environment = Readonly<NodeJS.ProcessEnv>;

/**
 * The environment in which Chromium can open every file of Linux, where this one is not it. Chromium turns paths into bytes by the locale
 * of the C library, once, at its start: in any but a UTF-8 one it loses every letter beyond ASCII. A locale of UTF-8 is left alone, for
 * input methods hang on it.
 */
export function environmentForPaths(environment: Environment, charmap: string): Environment | undefined {
  if (/^utf-?8$/i.test(charmap.trim()) || environment['LC_ALL'] === 'C.UTF-8') return undefined;
  // the language, which the locale said too
  const language = ['LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => environment[name]).find(Boolean);
  return { ...environment, LC_ALL: 'C.UTF-8', ...(language === undefined ? {} : { LANGUAGE: language }) };
}

/** The characters of the locale as the C library has them: one that is only named may not be installed. */
function charmapOf(environment: Environment): string {
  try {
    return execFileSync('locale', ['charmap'], { encoding: 'utf8', env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return (
      ['LC_ALL', 'LC_CTYPE', 'LANG']
        .map((name) => environment[name])
        .find(Boolean)
        ?.split('.')[1] ?? ''
    );
  }
}

/** Runs this program in an environment that it needs, until it ends; undefined where it can go on itself. */
export function runInOtherLocale(): number | undefined {
  if (process.platform !== 'linux') return undefined;
  const env = environmentForPaths(process.env, charmapOf(process.env));
  return env && (spawnSync(process.execPath, process.argv.slice(1), { env, stdio: 'inherit' }).status ?? 1);
}

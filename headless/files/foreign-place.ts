import { realpathSync } from 'node:fs';
import path from 'node:path';

/*
 * Places that a session names: data from anywhere. A share of another machine must not even be asked for, since asking tells it who asks
 * (a name and a hash of the password).
 */

const share = /^[\\/]{2}([^\\/]+)[\\/]+([^\\/]+)/;

/** Server and share of a UNC path, in small letters; undefined for any other path. Device paths (`\\.\`, `\\?\`) have one that no session lies on. */
const shareOf = (place: string): string | undefined => {
  const [, server = '', name = ''] = share.exec(place) ?? [];
  return /^[\\/]{2}/.test(place) ? `${server}/${name}`.toLowerCase() : undefined;
};

const devices = /^(con|prn|aux|nul|com\d|lpt\d)([.:]|$)/i;

/** Whether a place, as it is written in a session file, is on a share or device that the session itself is not on. */
export function isForeignPlace(place: string, sessionFile: string): boolean {
  const named = shareOf(place);
  if (named !== undefined && (named !== shareOf(sessionFile) || /^[.?]\//.test(named))) return true;
  return place.includes('\0') || devices.test(place.split(/[\\/]/).at(-1) ?? '');
}

/**
 * Whether a link leads somewhere else: the file itself is one, or it is named as lying in the session's folder and does not.
 * Folders above may be links, as they are on many machines.
 */
export function isLedElsewhere(file: string, sessionFile: string): boolean {
  const folder = path.dirname(path.resolve(sessionFile));
  const real = realpathSync(file);
  if (isIn(folder, file)) return !isIn(realpathSync(folder), real);
  return real !== path.join(realpathSync(path.dirname(file)), path.basename(file));
}

const isIn = (folder: string, file: string): boolean => {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
};

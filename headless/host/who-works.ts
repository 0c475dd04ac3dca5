import { userInfo } from 'node:os';

/** Who works here, for logs and audits: the system's user, or its number where the system has no name for it. */
export function whoWorks(): string {
  try {
    return userInfo().username;
  } catch {
    return process.env['USER'] ?? process.env['LOGNAME'] ?? `uid ${process.getuid?.() ?? '?'}`;
  }
}

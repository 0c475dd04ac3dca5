import { statSync } from 'node:fs';

/*
 * Files that this process has had open as databases. Closing any handle on such a file drops the locks of all connections that the process has to it, those
 * that libsql has not closed yet among them (sqlite.org/howtocorrupt.html, 2.2): whoever reads it past SQLite must know.
 */

const opened = new Set<string>();

const nameOf = (file: string): string | undefined => {
  const info = statSync(file, { throwIfNoEntry: false });
  return info && `${info.dev} ${info.ino}`;
};

export function noteOpened(file: string): void {
  const name = nameOf(file);
  if (name !== undefined) opened.add(name);
}

export const wasOpened = (file: string): boolean => opened.has(nameOf(file) ?? '');

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Protocol, parseProtocol } from '../../../core/study/protocol/protocol.ts';
import { fileProblem } from '../../files/file-source.ts';
import { firstPlace } from '../../host/first-place.ts';
import { named } from './named-problem.ts';

export interface LoadedProtocol {
  readonly protocol: Protocol;
  readonly sha256: string;
  /** Of a session: its file is not what its audit tells. */
  readonly wasChanged?: boolean;
}

/** Protocols that ship with the software, by name. */
const shipped = new Map(
  ['nk-t', 'tbnk', 'atl-blood', 'atl-product', 'manual'].map((name) => {
    const place = `core/study/protocol/${name}.json`;
    return [name, firstPlace(import.meta.url, `../../${place}`, `../../../${place}`)];
  }),
);

/** The text of a protocol, by the name of a shipped one or by its path. */
export const readProtocolText = (nameOrPath: string): Promise<string> =>
  readFile(shipped.get(nameOrPath) ?? nameOrPath, 'utf8').catch((error: unknown) => {
    throw fileProblem(nameOrPath, error);
  });

export async function loadProtocol(nameOrPath: string): Promise<LoadedProtocol> {
  const text = await readProtocolText(nameOrPath);
  return { protocol: named(nameOrPath, () => parseProtocol(text)), sha256: createHash('sha256').update(text).digest('hex') };
}

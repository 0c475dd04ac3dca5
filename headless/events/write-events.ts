import { realpath } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '../../core/base/problem.ts';
import { type ExportSampleOptions, exportSample, type SampleExport } from '../../core/exchange/event-files/export-sample.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { openFile } from '../files/file-source.ts';
import { writeWhole } from '../files/write-file.ts';
import { createPool, createSha256, softwareVersion } from '../host/host.ts';

/** The protocol that a population is gated by, and its digest. */
interface DigestedProtocol {
  readonly protocol: Protocol;
  readonly sha256: string;
}

/**
 * A population of a file, or all its events, as FCS or CSV to another file, whole or not at all.
 * Throws as reading and gating do, and `export-over-source` where it would be written over what it is read from.
 */
export async function writeEvents(
  file: string,
  out: string,
  { protocol, sha256 }: DigestedProtocol,
  options: Omit<ExportSampleOptions, 'at'>,
): Promise<Omit<SampleExport, 'pieces' | 'release'>> {
  if (await isSameFile(file, out)) throw new Problem('export-over-source', overSource, { file: out }, { path: out });
  const source = await openFile(file);
  const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256: sha256 };
  try {
    const { pieces, release, ...made } = await exportSample(source, protocol, host, { ...options, at: new Date() });
    try {
      await writeWhole(out, (stream) => pipeline(Readable.from(pieces), stream));
      return made;
    } finally {
      release();
    }
  } finally {
    await source.close();
  }
}

const isSameFile = async (a: string, b: string): Promise<boolean> => {
  const [first, second] = await Promise.all([a, b].map((file) => realpath(file).catch(() => undefined)));
  return first !== undefined && first === second;
};

const overSource = {
  en: '{file} is the file that is exported from; choose another name.',
  ja: '{file}は書き出し元のファイルです。別の名前を指定してください。',
};

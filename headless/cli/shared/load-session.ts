import { createHash } from 'node:crypto';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { digestFile } from '../../../core/data/fcs/read/digest.ts';
import { protocolOf } from '../../../core/study/session/session-strategy.ts';
import { openSession } from '../../../core/study/session/session-text.ts';
import { openFile } from '../../files/file-source.ts';
import { readSessionFile } from '../../files/session-file.ts';
import { createSha256 } from '../../host/host.ts';
import type { LoadedProtocol } from './load-protocol.ts';
import { printTrust, wasChanged } from './session-trust.ts';

/**
 * The protocol of a saved session as it holds for one file: with the gates that a person placed in this very sample. The file is
 * found by its digest, whatever its name is now.
 */
export async function loadSessionProtocol(sessionFile: string, file: string, dataset: number, lang: Language): Promise<LoadedProtocol> {
  const { session, trust } = openSession(JSON.stringify((await readSessionFile(sessionFile)).document));
  printTrust(sessionFile, trust, lang);
  const source = await openFile(file);
  const digest = await digestFile(source, createSha256).finally(() => source.close());
  const sample = session.samples.find((held) => held.file.sha256 === digest && held.file.dataset === dataset);
  if (sample === undefined) throw new Problem('sample-not-in-session', notInSession, { file, session: sessionFile }, { path: file });
  const protocol = protocolOf(session, sample);
  return { protocol, sha256: createHash('sha256').update(JSON.stringify(protocol)).digest('hex'), wasChanged: wasChanged(trust) };
}

const notInSession = {
  en: 'The session {session} holds no sample with the bytes of {file}.',
  ja: 'セッション{session}に{file}と同じ内容の検体がありません。',
};

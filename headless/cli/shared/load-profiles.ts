import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type ProfileSet, parseProfileSet } from '../../../core/biology/profiles/profile-set.ts';
import { fileProblem } from '../../files/file-source.ts';
import { type LoadedProtocol, loadProtocol } from './load-protocol.ts';
import { named } from './named-problem.ts';

export interface LoadedProfiles {
  readonly set: ProfileSet;
  /** Of the document as it is serialised here, whatever its layout was. */
  readonly sha256: string;
}

export const profilesText = (set: ProfileSet): string => `${JSON.stringify(set, undefined, 2)}\n`;
export const profilesDigest = (set: ProfileSet): string => createHash('sha256').update(profilesText(set)).digest('hex');

/** Reads profiles from a document of their own, or from a protocol that holds them. */
export async function loadProfiles(nameOrPath: string): Promise<LoadedProfiles> {
  const set = await readProfiles(nameOrPath);
  return { set, sha256: profilesDigest(set) };
}

async function readProfiles(nameOrPath: string): Promise<ProfileSet> {
  if (!nameOrPath.includes('.') && !nameOrPath.includes('/')) return ownProfiles(await loadProtocol(nameOrPath));
  const text = await readFile(nameOrPath, 'utf8').catch((error: unknown) => {
    throw fileProblem(nameOrPath, error);
  });
  if (/"format"\s*:\s*"lymphoscope-protocol"/.test(text.slice(0, 2000))) return ownProfiles(await loadProtocol(nameOrPath));
  return named(nameOrPath, () => parseProfileSet(text));
}

const ownProfiles = ({ protocol }: LoadedProtocol): ProfileSet => protocol.classifier.profiles ?? parseProfileSet(JSON.stringify(none));

const none = { format: 'lymphoscope-profiles', version: 1, name: '-', revision: 1, decision: {}, sources: {}, methods: [] };

/** The protocol with other profiles in it; its digest names both. */
export function withProfiles({ protocol, sha256 }: LoadedProtocol, { set, sha256: ofSet }: LoadedProfiles): LoadedProtocol {
  const classifier = { ...protocol.classifier, profiles: set };
  return { protocol: { ...protocol, classifier }, sha256: createHash('sha256').update(`${sha256} ${ofSet}`).digest('hex') };
}

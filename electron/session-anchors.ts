import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import type { ChainHead } from '../core/base/chain/chain.ts';
import { Problem } from '../core/base/problem.ts';
import type { ArchivePlacesInUse } from './archive-places.ts';
import type { HandlerTools } from './handler-tools.ts';

const sealedSchema = z.object({ seal: z.object({ entries: z.number(), head: z.string() }) });

/** How long the opening of a session waits for an archive that does not answer, milliseconds. */
const PATIENCE = 2000;

export interface SessionAnchors {
  /** Where the audit stood of the session that was saved in a file last, under the archive in use. */
  of(file: string): Promise<ChainHead[]>;
  /** Keeps where it stands now; saving does not wait for it. */
  keep(file: string, text: string): void;
}

/** Heads of sessions' audits, kept in the archive in use, where there is one. An archive that is away keeps no session from being opened or saved. */
export function sessionAnchors({ archive }: Pick<HandlerTools, 'archive'>, places: Pick<ArchivePlacesInUse, 'existing'>): SessionAnchors {
  return {
    async of(file) {
      const place = places.existing();
      if (place === undefined) return [];
      return Promise.race([archive('sessionAnchors', place, file).then((heads) => [...heads]), setTimeout(PATIENCE, [])]).catch(
        unlessBug([]),
      );
    },
    keep(file, text) {
      const place = places.existing();
      const sealed = sealedSchema.safeParse(JSON.parse(text));
      if (place !== undefined && sealed.success) archive('anchorSession', place, file, sealed.data.seal).catch(unlessBug(undefined));
    },
  };
}

const unlessBug =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof Problem) return instead;
    throw error;
  };

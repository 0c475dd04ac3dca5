import type { Kysely, Transaction } from 'kysely';
import type { ArchiveTables } from './schema.ts';

export type Database = Kysely<ArchiveTables> | Transaction<ArchiveTables>;

import { groupOf, type LandmarkRecord, landmarksOf } from '../../core/biology/control-charts/landmarks.ts';
import { chartGroups, mayGateUnattended } from '../../core/biology/control-charts/pause.ts';
import type { Database } from '../archive/database.ts';
import { analysisOf } from '../archive/results.ts';
import type { Batch } from '../archive/schema.ts';

/** Which groups of instrument and panel may be gated unattended, by the charts of control material under a protocol. */
export interface PausedGroups {
  add(record: LandmarkRecord): void;
  mayGate(group: string): boolean;
  /** What other programs stored since. */
  reload(): Promise<void>;
}

export async function pausedGroups(db: Database, batch: Pick<Batch, 'protocol_sha256' | 'engine'>): Promise<PausedGroups> {
  const records = [...(await storedRecords(db, batch))];
  let states: ReturnType<typeof chartGroups> | undefined;
  const add = (record: LandmarkRecord): void => {
    if (records.every(({ sha256 }) => sha256 !== record.sha256)) records.push(record);
    states = undefined;
  };
  return {
    add,
    mayGate(group) {
      states ??= chartGroups(records);
      return mayGateUnattended(states, group);
    },
    async reload() {
      for (const record of await storedRecords(db, batch)) add(record);
    },
  };
}

/** Control material under a protocol, as it is stored. */
async function storedRecords(
  db: Database,
  { protocol_sha256, engine }: Pick<Batch, 'protocol_sha256' | 'engine'>,
): Promise<readonly LandmarkRecord[]> {
  const rows = await db
    .selectFrom('results')
    .innerJoin('runs', 'runs.id', 'results.run_id')
    .select(['analysis', 'acquired_on', 'sha256'])
    .where('role', '=', 'reference')
    .where('protocol_sha256', '=', protocol_sha256)
    .where('engine', '=', engine)
    .execute();
  return rows.map((row) => {
    const analysis = analysisOf(row);
    return { group: groupOf(analysis), at: row.acquired_on ?? '', sha256: row.sha256, control: true, landmarks: landmarksOf(analysis) };
  });
}

import type { Database } from './database.ts';
import type { MaterialSplit } from './schema.ts';

/** Materials that lots had shared in an archive of an earlier version, as they were split when it was brought to this one. */
export const materialSplits = (db: Database): Promise<readonly MaterialSplit[]> =>
  db.selectFrom('material_splits').selectAll().orderBy('kind').orderBy('label').orderBy('lot_id').orderBy('donor_id').execute();

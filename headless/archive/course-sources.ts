import { Problem } from '../../core/base/problem.ts';
import type { CourseSource } from '../../core/study/course/course-source.ts';
import { takePlate } from '../../core/study/course/take-plate.ts';
import { takeResidual } from '../../core/study/course/take-residual.ts';
import { takeRun } from '../../core/study/course/take-run.ts';
import { joinTaken, type Taken } from '../../core/study/course/taken.ts';
import type { KeptPlate } from '../../core/study/killing/kept-plate.ts';
import { standingPlates } from '../../core/study/killing/standing-plates.ts';
import type { KeptResidual } from '../../core/study/residual/kept-residual.ts';
import type { Database } from './database.ts';
import { dosesOf, observationsOf } from './observations.ts';
import { chooseResults } from './result-source.ts';
import { analysisOf, resultsById } from './results.ts';

/** Everything that the archive knows of a donor. */
export async function courseSource(db: Database, donor: string): Promise<CourseSource> {
  const [observations, doses, runs, residual, plates] = await Promise.all([
    observationsOf(db, donor),
    dosesOf(db, donor),
    runsOf(db, donor),
    residualOf(db, donor),
    platesOf(db, donor),
  ]);
  const { observations: taken, left } = joinTaken([...runs, ...residual, ...plates]);
  return { observations, taken, left, doses };
}

/** Runs of blood with the results that stand for them; one whose result does not hold any more is left out. */
async function runsOf(db: Database, donor: string): Promise<readonly Taken[]> {
  const runs = await db
    .selectFrom('runs')
    .select(['id', 'name', 'acquired_on'])
    .where('donor_id', '=', donor)
    .where('role', '=', 'blood')
    .orderBy('acquired_on')
    .orderBy('id')
    .execute();
  const taken: Taken[] = [];
  for (const { id, name, acquired_on } of runs) {
    const leave = () => taken.push({ observations: [], left: [{ source: name, why: 'not-valid' }] });
    try {
      const [chosen] = await chooseResults(db, { runs: [id] });
      const stored = chosen && (await resultsById(db, [chosen.result.id])).get(chosen.result.id);
      if (stored === undefined) {
        leave();
        continue;
      }
      const { protocol, composition } = analysisOf(stored);
      taken.push(takeRun(donor, { id, name, on: acquired_on?.slice(0, 10), protocol, composition }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      leave();
    }
  }
  return taken;
}

/** Results of residual cells of the donor, by its own name or by that of its lots. */
async function residualOf(db: Database, donor: string): Promise<readonly Taken[]> {
  const lots = (await db.selectFrom('lots').select('id').where('donor_id', '=', donor).execute()).map(({ id }) => id);
  const rows = await db
    .selectFrom('residual_results')
    .select(['id', 'body', 'donor', 'lot'])
    .where((eb) =>
      eb.or([eb('donor', '=', donor), ...(lots.length === 0 ? [] : [eb.and([eb('donor', 'is', null), eb('lot', 'in', lots)])])]),
    )
    .orderBy('seq')
    .execute();
  const taken: Taken[] = [];
  for (const { id, body } of rows) {
    const kept = JSON.parse(body) as KeptResidual;
    const ids = kept.result.tubes.map(({ sha256, dataset }) => `${sha256}:${dataset}`);
    const days = ids.length === 0 ? [] : await db.selectFrom('runs').select('acquired_on').where('id', 'in', ids).execute();
    // tubes of two days are of no day
    const known = new Set(days.flatMap(({ acquired_on }) => acquired_on?.slice(0, 10) ?? []));
    taken.push(takeResidual(donor, { id, kept, on: known.size === 1 ? [...known][0] : undefined }));
  }
  return taken;
}

/** Plates with wells of the donor, each by the result that stands. */
async function platesOf(db: Database, donor: string): Promise<readonly Taken[]> {
  const ids = db.selectFrom('plate_lysis').select('plate_id').where('donor', '=', donor).distinct();
  const rows = await db.selectFrom('plate_results').select(['id', 'body']).where('id', 'in', ids).orderBy('seq').execute();
  const plates = rows.map(({ id, body }) => ({ id, kept: JSON.parse(body) as KeptPlate }));
  return standingPlates(plates).map(({ id, kept }) => takePlate(donor, id, kept));
}

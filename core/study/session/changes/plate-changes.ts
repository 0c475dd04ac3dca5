import type { SessionDocument } from '../document/session-document.ts';
import type { Change } from './change.ts';
import { keyed, paired } from './pairs.ts';

/** What plates of two states of a session have differently: their wells, and what is said of a whole plate. */
export function plateChanges(was: SessionDocument, is: SessionDocument): readonly Change[] {
  if (was.plates === is.plates) return [];
  return paired(was.plates ?? [], is.plates ?? [], ({ id }) => id).flatMap(({ before, after }): readonly Change[] => {
    if (before === undefined || after === undefined) return [{ of: 'plate', before: before?.plate.name, after: after?.plate.name }];
    const [{ wells: old, ...said }, { wells: now, ...says }] = [before.plate, after.plate];
    const plate = says.name;
    return [
      ...keyed<unknown>(said, says).map(({ key, ...values }): Change => ({ of: 'plate-fact', plate, field: key, ...values })),
      ...paired(old, now, ({ well }) => well).map((values): Change => ({ of: 'well', plate, ...values })),
    ];
  });
}

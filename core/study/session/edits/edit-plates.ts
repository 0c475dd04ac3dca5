import { type Plate, type WellRow, wellName } from '../../killing/plate.ts';
import type { Stamp } from '../document/group.ts';
import type { SessionDocument, SessionPlate } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import type { EditOf } from './edit-kinds.ts';

/** As it was read: what is wrong with its wells is said where it is measured. */
export function addPlate(document: SessionDocument, { id, plate }: EditOf<'plate/add'>): SessionDocument {
  if (platesOf(document).some((one) => one.id === id)) refuseSession('plate-id-taken', { plate: id });
  return { ...document, plates: [...platesOf(document), { id, plate }] };
}

export function removePlate(document: SessionDocument, { id }: EditOf<'plate/remove'>): SessionDocument {
  plateOf(document, id);
  const { plates: _, ...others } = document;
  const kept = platesOf(document).filter((one) => one.id !== id);
  return kept.length === 0 ? others : { ...others, plates: kept };
}

/** The wells of an effector that gets another name at its place in the list follow it. */
export function changePlate(document: SessionDocument, { id, type: _, ...change }: EditOf<'plate/change'>): SessionDocument {
  const { plate } = plateOf(document, id);
  const said = Object.entries({ ...plate, ...change }).filter(([, value]) => value !== undefined && value !== null);
  return withPlate(document, id, { ...(Object.fromEntries(said) as Plate), wells: renamedWells(plate, change.effectors) });
}

function renamedWells({ wells, effectors }: Plate, now: Plate['effectors'] = effectors): Plate['wells'] {
  if (now.length !== effectors.length) return wells;
  const names = new Map(effectors.map((effector, i) => [effector.id, now[i]!.id]));
  const nameOf = ({ effector }: WellRow) => (effector === undefined ? undefined : names.get(effector));
  return wells.map((well) => {
    const name = nameOf(well);
    return name === undefined || name === well.effector ? well : { ...well, effector: name };
  });
}

/** Wells keep their order, so that a plate reads as it was laid out. */
export function setWells(
  document: SessionDocument,
  { id, wells, cleared = [], gates, times }: EditOf<'plate/wells'>,
  stamp: Stamp,
): SessionDocument {
  const { plate } = plateOf(document, id);
  const set = new Map(placedWells(plate, wells, stamp).map((well) => [well.well, well]));
  const gone = new Set(cleared.map((well) => wellName(well, plate.size) ?? well));
  const kept = plate.wells.flatMap((well) => {
    const name = wellName(well.well, plate.size) ?? well.well;
    const now = set.get(name);
    set.delete(name);
    return now !== undefined ? [now] : gone.has(name) ? [] : [well];
  });
  return withPlate(document, id, { ...plate, wells: [...kept, ...set.values()], ...(gates && { gates }), ...(times && { times }) });
}

/** Wells by the one name that each has, each once; who left a well out is the one who does it now. */
function placedWells(plate: Plate, wells: readonly WellRow[], { by }: Stamp): readonly WellRow[] {
  const named = wells.map((well) => ({ ...well, well: nameIn(plate, well.well) }));
  const twice = named.find(({ well }, i) => named.findIndex((one) => one.well === well) < i);
  if (twice !== undefined) refuseSession('wells-twice', { well: twice.well });
  return named.map((well) =>
    well.excluded === undefined || well.excluded.by !== undefined ? well : { ...well, excluded: { ...well.excluded, by } },
  );
}

const nameIn = (plate: Plate, well: string): string =>
  wellName(well, plate.size) ?? refuseSession('well-not-there', { well, size: plate.size });

const platesOf = ({ plates = [] }: SessionDocument): readonly SessionPlate[] => plates;

const plateOf = (document: SessionDocument, id: string): SessionPlate =>
  platesOf(document).find((one) => one.id === id) ?? refuseSession('plate-unknown', { plate: id });

const withPlate = (document: SessionDocument, id: string, plate: Plate): SessionDocument => ({
  ...document,
  plates: platesOf(document).map((one) => (one.id === id ? { id, plate } : one)),
});

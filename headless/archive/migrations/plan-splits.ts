interface Material {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
  readonly lot_id: string | null;
  readonly donor_id: string | null;
}

/** The runs of one material that are of one lot, or of no lot and one donor. */
interface Use {
  readonly material_id: string;
  readonly lot_id: string | null;
  /** Where they have no lot. */
  readonly run_donor: string | null;
  readonly lot_donor: string | null;
  readonly runs: number;
}

interface Split {
  readonly material: Material;
  readonly lot_id: string | null;
  readonly donor_id: string | null;
  readonly runs: number;
  /** The material itself becomes theirs: it was nobody else's. Otherwise they get one of their own. */
  readonly moves: boolean;
}

/**
 * Materials that runs of another lot use, and what becomes of those runs: a material keeps the runs of its own lot, and every other lot gets one
 * of its own. A material without a lot that only one lot uses becomes that lot's.
 */
export function planSplits(materials: readonly Material[], uses: readonly Use[]): readonly Split[] {
  const byMaterial = new Map<string, Use[]>();
  for (const use of uses) byMaterial.set(use.material_id, [...(byMaterial.get(use.material_id) ?? []), use]);
  return materials.flatMap((material) => {
    const all = byMaterial.get(material.id) ?? [];
    const foreign = all.filter((use) => !isOwn(material, use));
    const moves = material.lot_id === null && all.length === 1;
    return foreign.map(({ lot_id, run_donor, lot_donor, runs }) => ({
      material,
      lot_id,
      donor_id: lot_id === null ? run_donor : lot_donor,
      runs: Number(runs),
      moves,
    }));
  });
}

const isOwn = ({ lot_id, donor_id }: Material, use: Use): boolean =>
  lot_id === use.lot_id && (lot_id !== null || donor_id === use.run_donor);

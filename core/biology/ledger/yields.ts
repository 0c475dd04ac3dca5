import type { Book } from './book/book.ts';
import { recultureYield, thawRecovery } from './thaw.ts';

/** What became of a bag that was thawed, and of its cells where they were cultured again. */
export interface BagYield {
  readonly bag: string;
  readonly frozen: number;
  readonly thawed: number;
  /** Percent. */
  readonly recovery: number | undefined;
  readonly reculture?: {
    readonly material: string;
    readonly started: number;
    readonly grown: number;
    /** Viable cells for each that went in; undefined until it was counted. */
    readonly factor: number | undefined;
    /** Percent of the frozen cells, of a bag that was cultured again whole. */
    readonly netYield: number | undefined;
  };
}

/** Every thaw of a lot, in its order, with the re-cultures that began of it. */
export const yieldsOf = (book: Book, lot: string): readonly BagYield[] =>
  book.thaws
    .filter(({ bag }) => book.materials.get(bag)?.lot === lot)
    .flatMap(({ bag, frozen, thawed }): readonly BagYield[] => {
      const line = { bag, frozen, thawed, recovery: frozen > 0 ? thawRecovery(frozen, thawed) : undefined };
      const again = book.recultures.filter(({ from }) => from === bag);
      if (again.length === 0) return [line];
      return again.map(({ material, cells: started }) => {
        const changes = [
          ...book.inflows.filter((one) => one.material === material).map(({ cells }) => cells),
          ...book.outflows.filter((one) => one.material === material && one.what === 'lost').map(({ cells }) => -cells),
        ];
        const grown = changes.reduce((sum, cells) => sum + cells, started);
        // what was divided or pooled goes on growing in its parts: no factor is said of a part of it
        const isDivided = [...book.materials.values()].some(({ kind, parents }) => kind === 'recultured' && parents.includes(material));
        const isKnown = !isDivided && changes.length > 0 && started > 0 && frozen > 0 && thawed > 0;
        const all = isKnown ? recultureYield(frozen, thawed, grown) : undefined;
        return {
          ...line,
          reculture: {
            ...{ material, started, grown },
            factor: isKnown ? grown / started : undefined,
            netYield: started === thawed ? all?.netYield : undefined,
          },
        };
      });
    });

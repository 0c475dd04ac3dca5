import { writtenNumber } from '../../core/base/tables/written-number.ts';

/** A number as people type it, read as everywhere: full-width digits, thousands, 万 and 億 included. */
export const parseNumber = writtenNumber;

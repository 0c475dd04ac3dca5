import type { InterchangeNote } from '../../core/exchange/strategy/imported-strategy.ts';

/** Gates that came from another program: what could not be taken over, and the counts that it stored, by path. */
export interface ImportedGates {
  readonly name: string;
  readonly sample: string;
  readonly notes: readonly InterchangeNote[];
  readonly stored: ReadonlyMap<string, number> | undefined;
  /** As FlowJo's grid counts; undefined until they are there. */
  readonly grid: ReadonlyMap<string, number> | undefined;
  readonly direction: 'in' | 'out';
}

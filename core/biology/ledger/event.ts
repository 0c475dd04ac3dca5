import * as z from 'zod';
import { type EventName, eventKinds } from './events/kinds.ts';
import { idSchema, textSchema } from './events/shared.ts';

const names = Object.keys(eventKinds) as [EventName, ...EventName[]];

/** An entry of the book, as it is kept. Nothing of it is ever changed or deleted. */
export interface LedgerEvent {
  /** Given by who writes it: the same event twice is one. */
  readonly id: string;
  /** Running number, from 1. */
  readonly seq: number;
  readonly kind: EventName | 'correct';
  readonly lot: string;
  /** Local date of the act. */
  readonly on: string;
  /** When it was written, ISO 8601 in UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: unknown;
}

const frame = { id: idSchema, lot: idSchema, on: z.iso.date(), by: idSchema };

/** What a person hands in: one event; `seq` and `at` are given by the book. */
export const newEventSchema = z.union([
  z.strictObject({ ...frame, kind: z.enum(names), body: z.record(z.string(), z.unknown()) }),
  z.strictObject({ ...frame, kind: z.literal('correct'), body: z.strictObject({ event: idSchema, reason: textSchema }) }),
]);
export type NewEvent = Readonly<z.infer<typeof newEventSchema>>;

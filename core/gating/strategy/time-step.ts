import * as z from 'zod';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { secondsPerTick } from '../../data/fcs/time-step.ts';

/** Seconds of one step of a clock; `FCS`: the file's own $TIMESTEP; `clock`: that, else the time from $BTIM to $ETIM over all steps. */
export const timeStepSchema = z.union([z.literal('FCS'), z.literal('clock'), z.number().positive()]);
export type TimeStep = z.infer<typeof timeStepSchema>;

type Keywords = FcsDataset['keywords'];

/** $TIMESTEP, in seconds; undefined where it is none. */
export const statedStep = (keywords: Keywords): number | undefined => secondsPerTick(keywords);

/** From $BTIM to $ETIM (hh:mm:ss, with parts of a second after a point or a colon); undefined where that is no time. */
export function secondsOfClock(keywords: Keywords): number | undefined {
  const [begin, end] = ['$BTIM', '$ETIM'].map((keyword) => {
    const time = /^(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.:](\d{1,3}))?$/.exec(keywords.get(keyword)?.trim() ?? '');
    if (time === null) return undefined;
    const [, hours, minutes, whole, part = '0'] = time;
    return 3600 * Number(hours) + 60 * Number(minutes) + Number(whole) + Number(`0.${part}`);
  });
  if (begin === undefined || end === undefined) return undefined;
  // past midnight
  const seconds = end >= begin ? end - begin : end - begin + 86_400;
  return seconds > 0 ? seconds : undefined;
}

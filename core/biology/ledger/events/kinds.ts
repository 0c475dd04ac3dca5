import { collect } from './collect.ts';
import { count } from './count.ts';
import { conditionalRelease, hold, lift, reject, release, ship } from './decide.ts';
import { dose } from './dose.ts';
import { freeze } from './freeze.ts';
import { infuse } from './infuse.ts';
import { discard, retain } from './leave.ts';
import { deviationClose, deviationOpen, feed, labelCheck, move } from './notes.ts';
import { pool } from './pool.ts';
import { receive } from './receive.ts';
import { reculture } from './reculture.ts';
import { sample } from './sample.ts';
import { scheduleChanged, schedulePlanned } from './schedule.ts';
import { specification } from './specification.ts';
import { split } from './split.ts';
import { start } from './start.ts';
import { testResult } from './test-result.ts';
import { thaw } from './thaw.ts';

/** Every kind of event that a book may hold; `correct` voids one of them (replay.ts). */
export const eventKinds = {
  collect,
  receive,
  start,
  count,
  sample,
  feed,
  split,
  pool,
  freeze,
  move,
  thaw,
  reculture,
  dose,
  retain,
  discard,
  ship,
  infuse,
  specification,
  'test-result': testResult,
  release,
  'conditional-release': conditionalRelease,
  reject,
  hold,
  lift,
  'schedule-planned': schedulePlanned,
  'schedule-changed': scheduleChanged,
  'deviation-open': deviationOpen,
  'deviation-close': deviationClose,
  'label-check': labelCheck,
} as const;
export type EventName = keyof typeof eventKinds;

import * as z from 'zod';
import { rule } from '../../base/rule.ts';

/** What a channel can be found by instead of names: what it measures. */
const signalSchema = z.strictObject({
  of: z.enum(['time', 'forward-scatter', 'side-scatter', 'dead-cell-dye']),
  /** Of the pulse; where absent, the area before what does not say, before the height. */
  feature: z.enum(['area', 'height', 'width']).optional(),
});
export type Signal = z.infer<typeof signalSchema>;

const entryShape = z.strictObject({
  id: z.string().min(1),
  /** Names of a marker; none where `signal` says what the entry is. */
  aliases: z.array(z.string().min(1)).default([]),
  signal: signalSchema.optional(),
  /** Markers that share its colour: the entry is what labels of exactly these and its own name (`CD16+56`), said with a finding. */
  together: z.array(z.string().min(1)).optional(),
  /**
   * `word`: the alias stands as a word in the channel's marker or name. `whole`: it is the whole channel name. `marker`: a word in its marker,
   * or in its name where it has none: what is also the name of a detector (GFP).
   */
  match: z.enum(['word', 'whole', 'marker']).default('word'),
  standIns: z
    .array(
      z.strictObject({
        name: z.string(),
        species: z.string(),
        aliases: z.array(z.string().min(1)).min(1),
        /** Holds only where one of these is in the file too: in another species the same name is another marker. */
        requires: z.array(z.string().min(1)).optional(),
        /** What `requires` is called in earlier protocols. It stays as it is written, so that their digests stay. */
        beside: z.array(z.string().min(1)).optional(),
      }),
    )
    .default([]),
  /** In the reading of an FMO control: labels that leave the marker out name its channel. Set for one reading, not by hand. */
  leftOut: z.literal(true).optional(),
  /** Pins the entry to a channel by its $PnN, whatever the labels say. */
  channel: z.string().optional(),
});

/**
 * One thing that a strategy can name: a marker (`CD3`), a dye, or a scatter channel (`FSC`).
 * `aliases` are tried in order of preference; `standIns` only when no alias fits, each with a finding (NK1.1 for CD56 in mice).
 */
const panelEntrySchema = entryShape.refine(
  ({ aliases, signal }) => aliases.length > 0 || signal !== undefined,
  rule({ en: 'an entry has aliases, or a signal', ja: 'aliasesとsignalのどちらかが必要です' }, 'aliases'),
);

/** Markers of which one must be in the file for a stand-in to hold; undefined where none need be. */
export const requiredBy = ({ requires, beside }: PanelEntry['standIns'][number]): readonly string[] | undefined => requires ?? beside;

export type PanelEntry = z.infer<typeof panelEntrySchema>;

export const panelSchema = z.strictObject({ entries: z.array(panelEntrySchema) });
export type Panel = z.infer<typeof panelSchema>;

import * as z from 'zod';
import type { Finding } from '../base/finding.ts';
import { isTimeZone } from '../base/local-time.ts';
import { languages, type Sentence, type Values } from '../base/message.ts';
import { type Place, Problem } from '../base/problem.ts';
import { rule } from '../base/rule.ts';
import type { MethodPanel } from '../biology/lots/method-panels.ts';
import type { PlotData } from '../statistics/histograms/plot-data.ts';
import { type Protocol, protocolSchema } from '../study/protocol/protocol.ts';
import type { SampleAnalysis } from '../study/sample/sample-analysis.ts';
import type { ValidatedSessions } from '../study/validation/own-validation.ts';
import { archiveCalls, archiveProgressSchema } from './archive-calls.ts';
import { commandIds } from './commands.ts';
import { documentDataSchema } from './document-data.ts';
import { drawnPagesSchema } from './drawn-pages.ts';
import { eventsWantedSchema } from './events-wanted.ts';
import { pooledSampleSchema } from './pooled-samples.ts';
import { preferenceNameSchema, preferencesSchema } from './preferences.ts';
import { reportPartsSchema } from './report-parts.ts';

/*
 * The one contract between the window and the program behind it. Paths never cross it: a file is a token (UUID) that main
 * keeps a path for. A worker reads a token's bytes by fetching `fileUrl(token)`. A session refers to its sample files by their
 * tokens, anywhere in its text: main writes their paths beside the document, and gives the same tokens back on opening.
 * Adding a call is one entry here and one handler in electron/handlers.ts.
 */

// zod would otherwise probe `new Function`, which the window's content security policy reports as an attack
z.config({ jitless: true });

export const fileTokenSchema = z.uuid().brand<'FileToken'>();
export type FileToken = z.infer<typeof fileTokenSchema>;

const fileSchema = z.strictObject({ token: fileTokenSchema, name: z.string(), bytes: z.number() });
/** A file that the window may read: `bytes` is its size when it was opened. */
export type BridgeFile = z.infer<typeof fileSchema>;

/** Why something was refused, as it crosses. */
interface WireProblem {
  readonly code: string;
  readonly sentence: Sentence;
  readonly values: Values;
  readonly place: Place;
}

/** A file of several that cannot be opened; the others are. */
const refusedSchema = z.strictObject({ name: z.string(), problem: z.custom<WireProblem>((value) => typeof value === 'object') });
const pickedSchema = z.array(z.union([fileSchema, refusedSchema]));
export type PickedFile = z.infer<typeof pickedSchema>[number];

const sessionSchema = z.strictObject({
  /** Where it was read from; undefined for an autosave. */
  file: fileSchema.optional(),
  /** The document as JSON, as it was saved. */
  text: z.string(),
  /** Each sample file that the document refers to. `found` is false where no readable file is at its path any more: see `relink`. */
  samples: z.array(fileSchema.extend({ found: z.boolean() })),
  /** Heads of its audit that the archive kept when it was saved at this place. */
  anchors: z.array(z.strictObject({ entries: z.int().min(0), head: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type OpenedSession = z.infer<typeof sessionSchema>;

const text = z.string().max(256 * 2 ** 20);
const name = z.string().min(1).max(200);
const tableColumns = z
  .array(z.strictObject({ name: z.string().max(10_000), kind: z.enum(['text', 'number']) }))
  .max(20_000)
  .readonly();
const tableRows = z
  .array(z.array(z.union([z.string(), z.number(), z.undefined()])).readonly())
  .max(100_000)
  .readonly();
const largestPicture = 256 * 2 ** 20;
const pictureBytes = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength <= largestPicture, rule({ en: 'the picture is too large', ja: '画像が大きすぎます' }));
const language = z.enum(languages);
/** The name of a folder, and who set it. */
const dataFolder = z.strictObject({ name: z.string(), level: z.enum(['own', 'computer']) });
const timeZone = z.string().refine(isTimeZone, rule({ en: 'no time zone has this name', ja: 'この名前のタイムゾーンはありません' }));
const nothing = z.tuple([]);

/** What the window may ask for. A dialog that the person cancels gives null (or an empty list). */
export const bridgeCalls = {
  appInfo: {
    args: nothing,
    result: z.strictObject({
      version: z.string(),
      electron: z.string(),
      language,
      platform: z.string(),
      packaged: z.boolean(),
      /** Packaged with a runtime that is more than one major version behind. */
      oldRuntime: z.boolean(),
      autosave: z.boolean(),
      /** Who works here, for the audit trail: the name of the system's account. */
      user: z.string(),
      preferences: z.strictObject({
        own: preferencesSchema,
        computer: preferencesSchema,
        /** There are preferences of the computer that cannot be used. */
        computerRefused: z.boolean(),
        dataFolder: dataFolder.optional(),
      }),
    }),
  },
  /** Sets some of the person's preferences; those in the list are as the computer has them again. */
  changePreferences: { args: z.tuple([preferencesSchema, z.array(preferenceNameSchema)]), result: z.null() },
  /** Where dialogs for files begin from now on, by a dialog, or as the computer has it again. */
  chooseDataFolder: {
    args: z.tuple([z.enum(['choose', 'forget'])]),
    result: z.strictObject({ dataFolder: dataFolder.optional() }).nullable(),
  },
  openSamples: { args: nothing, result: pickedSchema },
  /** The simulated samples that ship with the app. */
  sampleFiles: { args: nothing, result: z.array(fileSchema) },
  /** In the window this takes a dropped or picked `File`: its path is found in the preload. Only FCS files and sessions are let in. */
  registerFile: { args: z.tuple([z.string().max(32_768)]), result: fileSchema },
  /** A dialog for the new place of a file; the token stays the same. */
  relink: { args: z.tuple([fileTokenSchema]), result: fileSchema.nullable() },
  /** SHA-256 of the whole file and of the events of one of its data sets (0 for the first), and what that one's check sum says. */
  identifySample: {
    args: z.tuple([fileTokenSchema, z.int().min(0), z.enum(['default', 'salvage'])]),
    result: z.strictObject({
      sha256: z.string(),
      dataSha256: z.string().optional(),
      findings: z.custom<readonly Finding[]>(Array.isArray),
    }),
  },
  /** Without a token by a dialog. */
  openSession: { args: z.tuple([fileTokenSchema.optional()]), result: sessionSchema.nullable() },
  /** With a token over that file, else by a dialog. */
  saveSession: { args: z.tuple([fileTokenSchema.optional(), text]), result: fileSchema.nullable() },
  saveSessionAs: { args: z.tuple([name, text]), result: fileSchema.nullable() },
  /** The session and the files of its samples in one archive, by a dialog. */
  packSession: { args: z.tuple([name, text]), result: fileSchema.nullable() },
  /** Such an archive by a dialog, unpacked into a folder that another one asks for. */
  openPacked: { args: nothing, result: sessionSchema.nullable() },
  writeAutosave: { args: z.tuple([text]), result: z.null() },
  readAutosave: { args: nothing, result: sessionSchema.nullable() },
  clearAutosave: { args: nothing, result: z.null() },
  /** Another document by a dialog: a protocol, a FlowJo or Gating-ML file, a table of metadata. */
  openText: {
    args: z.tuple([z.enum(['protocol', 'workspace', 'table', 'layout', 'plate'])]),
    result: z.strictObject({ file: fileSchema, text: z.string() }).nullable(),
  },
  saveText: { args: z.tuple([name, text]), result: fileSchema.nullable() },
  /** Writes a PDF of the analyses (`analysesToJson`) where a dialog points. */
  exportReport: { args: z.tuple([text, language, name, reportPartsSchema]), result: fileSchema.nullable() },
  /** Opens a report that was written here with the system's own program for it. */
  openReport: { args: z.tuple([fileTokenSchema]), result: z.null() },
  /** Writes a PDF of pages as they are drawn where a dialog points. */
  exportPages: { args: z.tuple([drawnPagesSchema, language, name]), result: fileSchema.nullable() },
  /** Writes a document of sections (`documentData`) as PDF where a dialog points, with times in that zone. */
  exportDocument: { args: z.tuple([documentDataSchema, language, name, timeZone]), result: fileSchema.nullable() },
  /** Writes a table where a dialog points: .csv, .xlsx or .parquet as the name says. */
  saveTable: {
    args: z.tuple([name, tableColumns, tableRows]),
    result: fileSchema.nullable(),
  },
  /** Writes events of a sample, gated by the protocol in the text, where a dialog points. */
  exportEvents: { args: z.tuple([fileTokenSchema, text, eventsWantedSchema, name]), result: fileSchema.nullable() },
  /** Writes all events of several samples as one FCS file where a dialog points. */
  poolSamples: {
    args: z.tuple([
      z
        .array(pooledSampleSchema.extend({ token: fileTokenSchema }))
        .min(2)
        .max(10_000),
      name,
    ]),
    result: fileSchema.nullable(),
  },
  /** Automatic gates against two persons: two or more saved sessions by a dialog. */
  validateOwn: {
    args: nothing,
    result: z.custom<ValidatedSessions>((value) => typeof value === 'object').nullable(),
  },
  /** Writes a picture (PNG) where a dialog points. */
  savePicture: { args: z.tuple([name, pictureBytes]), result: fileSchema.nullable() },
  /** Sessions, the last one first. */
  recentFiles: { args: nothing, result: z.array(fileSchema) },
  /** Shows the file in the system's file manager. */
  revealFile: { args: z.tuple([fileTokenSchema]), result: z.null() },
  /** While set, closing the window asks `onCloseRequested` instead. */
  setUnsaved: { args: z.tuple([z.boolean()]), result: z.null() },
  closeWindow: { args: nothing, result: z.null() },
  ...archiveCalls,
} as const satisfies { readonly [call: string]: { readonly args: z.ZodTuple; readonly result: z.ZodType } };

export type CallName = keyof typeof bridgeCalls;
export const callNames = Object.keys(bridgeCalls) as readonly CallName[];
type CallArgs<C extends CallName> = z.infer<(typeof bridgeCalls)[C]['args']>;
export type CallResult<C extends CallName> = z.infer<(typeof bridgeCalls)[C]['result']>;

/** What main tells the window, unasked. */
const bridgePushes = {
  /** Files from the command line, the system's file manager or a second start of the program. */
  onOpenRequested: z.tuple([pickedSchema]),
  /** A command that a person chose in the native menu; the window does it. */
  onMenuCommand: z.tuple([z.enum(commandIds)]),
  /** The person closes the window while `setUnsaved(true)` stands; `closeWindow` goes through with it. */
  onCloseRequested: z.tuple([]),
  onArchiveProgress: z.tuple([archiveProgressSchema]),
} as const satisfies { readonly [push: string]: z.ZodTuple };

export type PushName = keyof typeof bridgePushes;
export const pushNames = Object.keys(bridgePushes) as readonly PushName[];
export type PushArgs<P extends PushName> = z.infer<(typeof bridgePushes)[P]>;

/** An answer as it crosses: errors do not survive the crossing with their fields. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: WireProblem };

/** What main implements. It throws a `Problem` for bad input. */
export type BridgeHandlers = { readonly [C in CallName]: (...args: CallArgs<C>) => Promise<CallResult<C>> };

type Asking<C extends CallName, Picked> = (
  ...args: C extends 'registerFile' ? [file: Picked] : CallArgs<C>
) => Promise<Answer<CallResult<C>>>;

/** `window.bridge`. `Picked` is the window's `File`, which core does not know. A listener is taken off by calling what is returned. */
export type Bridge<Picked> = { readonly [C in CallName]: Asking<C, Picked> } & {
  readonly [P in PushName]: (listener: (...args: PushArgs<P>) => void) => () => void;
};

/** The value of an answer; throws the `Problem` that the other side met. */
export function answeredValue<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value;
  const { code, sentence, values, place } = answer.problem;
  throw new Problem(code, sentence, values, place);
}

const appOrigin = 'app://lymphoscope';
/** Where the window and its workers fetch the bytes of a token (GET, whole or from a `Range`). */
export const fileUrl = (token: FileToken): string => `${appOrigin}/file/${token}`;

/** Analyses as text for `exportReport`; typed arrays (densities) become lists. */
export const analysesToJson = (analyses: readonly ReportedAnalysis[]): string =>
  JSON.stringify(analyses, (_key, value: unknown) => (value instanceof Uint32Array ? [...value] : value));

/** An analysis for a report, with the samples that stand for the methods beside it and pictures of those that are not reported themselves. */
export interface ReportedAnalysis extends SampleAnalysis {
  /** The protocol that it was made by, with the sample's own gates. */
  readonly madeBy: Protocol;
  readonly methodPanels?: readonly MethodPanel[];
  readonly lotPictures?: readonly { readonly id: string; readonly picture: PlotData }[];
}

const pictureSchema = z.looseObject({ bins: z.number(), density: z.array(z.number()) });

const analysesSchema = z.array(
  z.looseObject({
    sample: z.looseObject({ file: z.string(), sha256: z.string(), eventCount: z.number() }),
    protocol: z.looseObject({ name: z.string() }),
    populations: z.array(z.looseObject({ path: z.string(), count: z.number() })),
    classification: z.looseObject({ group: z.string(), reasons: z.array(z.unknown()) }),
    plots: z.array(pictureSchema),
    madeBy: protocolSchema,
    methodPanels: z.array(z.looseObject({ basis: z.string(), percents: z.array(z.number()).length(4) })).optional(),
    lotPictures: z.array(z.looseObject({ id: z.string(), picture: pictureSchema })).optional(),
  }),
);

/** The analyses of `analysesToJson`. Throws `analyses-invalid` for anything else. */
export function analysesFromJson(json: string): readonly ReportedAnalysis[] {
  const document: unknown = parseJson(json);
  const parsed = analysesSchema.safeParse(document);
  if (!parsed.success) throw new Problem('analyses-invalid', analysesInvalid, {}, { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const analyses = parsed.data.map((analysis) => ({
    ...analysis,
    plots: analysis.plots.map(counted),
    ...(analysis.lotPictures && { lotPictures: analysis.lotPictures.map(({ id, picture }) => ({ id, picture: counted(picture) })) }),
  }));
  // the schema above checks what decides the layout; what made the text is our own window
  return analyses as unknown as readonly ReportedAnalysis[];
}

const counted = (plot: z.infer<typeof pictureSchema>) => ({ ...plot, density: Uint32Array.from(plot.density) });

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const analysesInvalid = {
  en: 'The results for the report are not in the expected form.',
  ja: '報告書に渡された解析結果の形式が正しくありません。',
};

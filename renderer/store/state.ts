import type { Finding } from '../../core/base/finding.ts';
import type { Language } from '../../core/base/message.ts';
import type { BridgeFile, CallName, CallResult, FileToken } from '../../core/contract/bridge.ts';
import type { PreferenceLevels } from '../../core/contract/preferences.ts';
import type { Channel } from '../../core/data/events/channel.ts';
import type { SampleMetadata } from '../../core/data/metadata/sample-metadata.ts';
import type { Transform } from '../../core/data/transforms/transforms.ts';
import type { Gate } from '../../core/gating/gates/gates.ts';
import type { GateNode } from '../../core/gating/strategy/strategy.ts';
import type { RampName } from '../../core/show/plot/colour.ts';
import type { DensityScaling } from '../../core/show/plot/density.ts';
import type { ShadedPlot } from '../../core/show/plot/density-raster.ts';
import type { HistogramData } from '../../core/statistics/histograms/histogram-data.ts';
import type { PlotData } from '../../core/statistics/histograms/plot-data.ts';
import type { Thumbnail } from '../../core/statistics/histograms/thumbnail.ts';
import type { Arrangement } from '../../core/study/arrangement/arrangement.ts';
import type { Plot } from '../../core/study/arrangement/plot.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import type { Assessment } from '../../core/study/sample/assess-prepared.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import type { AuditEntry } from '../../core/study/session/audit/audit.ts';
import type { SessionTrust } from '../../core/study/session/audit-check.ts';
import type { History } from '../../core/study/session/history.ts';
import type { ThemeName } from '../ui/theme.ts';
import type { ArchiveState } from './archive-state.ts';
import type { DialogName } from './dialogs.ts';
import type { GateScope } from './gate-scope.ts';
import type { ImportedGates } from './imported-gates.ts';
import type { Leaving } from './leaving.ts';
import type { Makers } from './makers.ts';
import type { NoticeContent } from './notice-content.ts';
import type { PageLooks } from './page-looks.ts';
import type { PlotLayers } from './plot-layers.ts';
import type { SubjectCount } from './residual-state.ts';
import type { ReviewLook } from './review-state.ts';
import type { ToolName } from './tools.ts';

/** Three kinds of data, never mixed: what people decided, what follows from it, where the user is looking. The archive keeps its own. */
export interface State {
  readonly session: SessionState;
  readonly results: ResultsState;
  readonly view: ViewState;
  readonly archive: ArchiveState;
  /** Of the person and of the computer; those of the session are in its arrangement. */
  readonly preferences: Omit<PreferenceLevels, 'session'> & Pick<CallResult<'appInfo'>['preferences'], 'dataFolder'>;
}

export interface SessionState {
  readonly history: History;
  /** Where it was saved; undefined before the first time. */
  readonly file: BridgeFile | undefined;
  /** The audit as it was saved last: the session is unsaved while it differs. */
  readonly savedAudit: readonly AuditEntry[];
  /** How the window is arranged: saved with the session, but not a part of what is undone and audited. */
  readonly arrangement: Arrangement;
  readonly savedArrangement: Arrangement;
  /** Whether its file was what its audit tells; undefined for one that was begun here. */
  readonly trust?: SessionTrust | undefined;
}

/** Names a data set of an opened file in this window: its token and data set. */
export type SampleKey = string;

/** Where a sample's bytes come from. */
export interface SampleSource {
  readonly key: SampleKey;
  readonly token: FileToken;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly dataset: number;
}

export interface SampleResult extends SampleSource {
  readonly phase: 'waiting' | 'reading' | 'loaded' | 'unloaded' | 'failed' | 'missing';
  /** How far the reading is, 0 to 1. */
  readonly fraction: number;
  readonly mode: 'default' | 'salvage';
  /** Not part of the session (yet): it is being opened, or was refused. */
  readonly pending: boolean;
  /** Known once it is read. */
  readonly facts?: SampleFacts;
  /** Known once the whole file is digested. */
  readonly sha256?: string;
  /** Of the DATA bytes: the same events have it under any name. */
  readonly dataSha256?: string;
  readonly analysis?: Made<SampleAnalysis>;
  /** Small pictures of its gates, once the page of review was in sight. */
  readonly thumbnails?: Made<readonly Thumbnail[]>;
  /** What an analysis was begun for that failed or was given up. */
  readonly ended?: Makers | undefined;
  /** Known once its quality page was in sight. */
  readonly quality?: QualityResult;
  readonly problem?: NoticeContent;
}

export interface SampleFacts {
  readonly eventCount: number;
  readonly channels: readonly Channel[];
  readonly datasetCount: number;
  readonly findings: readonly Finding[];
  /** As its keywords say it, for the first time that it is added. */
  readonly metadata: SampleMetadata;
  /** What groups may ask for: short ones that are of no single channel. */
  readonly keywords?: { readonly [name: string]: string };
}

/** A result with what made it: it is stale as soon as the session says something else. */
interface Made<T> extends Makers {
  readonly value: T;
}

/** Acquisition quality, and what it was made of; a problem where it could not be assessed. */
export interface QualityResult {
  /** The very columns. */
  readonly affinity: string;
  readonly protocol: Protocol;
  readonly report?: Assessment;
  readonly problem?: NoticeContent;
}

export interface ResultsState {
  readonly samples: ReadonlyMap<SampleKey, SampleResult>;
  readonly pictures: ReadonlyMap<PlotId, Picture>;
  /** What is drawn over plots that have overlays. */
  readonly layers: ReadonlyMap<PlotId, PlotLayers>;
  /** Samples as the methods side by side show them. */
  readonly figures: ReadonlyMap<SampleKey, FigurePicture>;
  /** While a gate is being moved, and then until its exact results are there. */
  readonly drafted: Drafted | undefined;
  /** Residual cells by lot or sample, as they were counted last. */
  readonly residual: ReadonlyMap<string, SubjectCount>;
  /** Bytes of event columns that the window holds. */
  readonly memory: number;
}

/** The events of a sample among the methods, and what they were counted with. No picture: it has no such populations. */
export interface FigurePicture {
  readonly sha256: string | undefined;
  readonly protocol: Protocol;
  readonly picture: PlotData | undefined;
}

/** What follows from a gate where it is held, or was let go of. */
export interface Drafted {
  readonly draft: GateDraft;
  /** By path, of the populations that follow from the gate at least. */
  readonly counts: ReadonlyMap<string, number>;
  /** Counted in so many of the first events only: the numbers are about so; exact without. */
  readonly first?: number;
  /** Of a place before the one where it was let go of. */
  readonly isBehind?: true;
  /** Paths of the populations that a move can change. */
  readonly following: ReadonlySet<string>;
  /** Of these, what hangs on an automatic gate that is found anew once the held one is let go of. */
  readonly anew: ReadonlySet<string>;
  /** Of plots that change with the gate; each is otherwise the picture that it stands for. */
  readonly pictures: ReadonlyMap<PlotId, Picture>;
}

export type PlotId = Plot['id'];

/** What a tile shows, and what it was made of. Neither data: the sample lacks the population or a channel. */
export interface Picture {
  readonly sample: SampleKey;
  /** The very columns that it was made of: a file that is read again may hold something else. */
  readonly affinity: string;
  readonly protocol: Protocol;
  readonly tile: Plot;
  readonly density?: ShadedPlot;
  readonly histogram?: HistogramData;
  /** Only this many events, from the beginning of the file: a first picture. */
  readonly first?: number;
}

/** A gate that is being drawn or moved, not yet part of the document. */
export interface GateDraft {
  readonly tile: PlotId;
  readonly gate: Gate;
  readonly dimensions: readonly string[];
  /** The gate of the strategy that it stands for; undefined for a new one. */
  readonly id?: string;
  /** Drawn to the end: it asks for its name. */
  readonly naming?: boolean;
}

/** A gate with what is below it, without what names it in a session. */
export interface GateClipboard {
  readonly node: GateNode;
  /** The gate that moves where it is put down. */
  readonly cut?: string;
}

export interface ScaleDraft {
  /** The panel's name of the channel. */
  readonly entry: string;
  /** `null`: chosen from each file again. */
  readonly transform: Transform | null;
  /** Tried for a gating group alone. */
  readonly group?: string | undefined;
}

export interface WindowNotice extends NoticeContent {
  readonly id: number;
  readonly kind: 'problem' | 'note';
  readonly about?: string;
  /** The sample to open for what is whole in its file. */
  readonly salvage?: SampleKey;
}

/** Something that takes longer, with a way to stop it. */
interface Work {
  readonly word: 'reading' | 'counting' | 'exporting' | 'saving';
  /** The samples that are being read: how far they are counts. */
  readonly keys?: readonly SampleKey[];
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

/** Every page that the middle of the window can show. */
export const centreNames = [
  'plots',
  'composition',
  'statistics',
  'culture',
  'quality',
  'trends',
  'layout',
  'review',
  'residual',
  'killing',
  'lots',
  'course',
  'archive',
] as const;
export type CentreName = (typeof centreNames)[number];
/** Every tab of the inspector. */
export const inspectorTabs = ['gate', 'details', 'findings'] as const;
type InspectorTab = (typeof inspectorTabs)[number];

export interface ViewState extends PageLooks {
  readonly language: Language;
  readonly theme: ThemeName;
  readonly ramp: RampName;
  /** What the colours of a density follow. */
  readonly scaling: DensityScaling;
  /** The population that is shown in the plots of all its ancestors. */
  readonly backgate: string | undefined;
  readonly tool: ToolName;
  readonly selected: SampleKey | undefined;
  /** What samples are looked for by: the list shows those that fit. */
  readonly search: string;
  /** All that are chosen together, the selected one among them; empty where it is alone. */
  readonly picked: readonly SampleKey[];
  /** The group whose samples alone are listed, by its id. */
  readonly group: string | undefined;
  /** The group that its dialog is about; undefined for a new one. */
  readonly editedGroup: string | undefined;
  /** Path of the selected population, '' for all events. */
  readonly population: string;
  /** Others that are chosen with it in the tree, to be combined. */
  readonly chosen: { readonly beside: string; readonly paths: readonly string[] } | undefined;
  /** A gate that was taken up, to be put down below another population. */
  readonly clipboard: GateClipboard | undefined;
  /** Its name is being changed in the tree. */
  readonly renaming: boolean;
  readonly centre: CentreName;
  /** The page of review was in sight: its small pictures are kept from then on. */
  readonly reviewed: boolean;
  readonly review: ReviewLook;
  readonly tab: InspectorTab;
  readonly activeTile: PlotId | undefined;
  /** The plot that is to be brought into sight; `asked` counts, so that the same one can be asked for again. */
  readonly revealed: { readonly plot: PlotId; readonly asked: number; readonly withFocus?: boolean } | undefined;
  readonly dialog: DialogName | undefined;
  /** What the dialog about unsaved work is asked for. */
  readonly leaving: Leaving;
  readonly notices: readonly WindowNotice[];
  readonly work: Work | undefined;
  /** What the program behind the window is asked for and has not answered. */
  readonly calls: readonly CallName[];
  readonly message: string | undefined;
  readonly tutorial: boolean;
  readonly reported: boolean;
  readonly dropping: boolean;
  /** A gate that a hand has taken hold of, where it is; it may be moved next. */
  readonly held: GateDraft | undefined;
  readonly draft: GateDraft | undefined;
  /** A scale that is being tried on an axis, not yet part of the document. */
  readonly scaleDraft: ScaleDraft | undefined;
  /** What the dialog about an import or an export shows. */
  readonly interchange: ImportedGates | undefined;
  /** Undefined: the protocol for a gate that was drawn, this sample for one that was found automatically. */
  readonly scope: GateScope | undefined;
}

import type { Blood } from '../blood.ts';
import type { CultureId } from '../culture-specs.ts';
import type { LotOverride } from '../lot.ts';
import type { Setting } from '../optics.ts';

export interface CultureCells {
  readonly culture: CultureId;
  readonly lot?: string;
  readonly composition?: LotOverride;
}

export interface BloodCells {
  readonly blood: 'lysed' | 'unlysed';
  readonly parts?: Partial<Blood>;
}

/** A sample with what makes real ones hard to gate. Every option by itself or with others; nothing of it where absent. */
export interface Scene {
  /** Cultured or separated cells, or whole blood. */
  readonly cells: CultureCells | BloodCells;
  readonly instrument: 'modern' | 'mass';
  /** Of the modern analyser. */
  readonly panel?: 'full' | 'basic';
  readonly monocytes?: {
    /** Median of the viability dye that live ones take up; live lymphocytes 160, dead cells 36,000. */
    readonly dye: number;
    /** Autofluorescence against a resting lymphocyte. */
    readonly glow: number;
    /** Median of CD56; dim. */
    readonly cd56: number;
  };
  /** How far NK cells stand from negatives on CD56. */
  readonly dimCd56?: {
    /** Medians, in standard deviations of CD3-CD56- cells. */
    readonly separation: number;
    /** Per cent of NK cells that are bright all the same. */
    readonly bright: number;
  };
  /** Factors on scattered light: at high ones doublets, or monocytes, pile up at the end of the scale. */
  readonly scatter?: { readonly forward: number; readonly side: number };
  /** Aggregates and bubbles beyond the end of the scale. */
  readonly offScale?: { readonly percent: number; readonly axes: 'forward' | 'side' | 'both' };
  /** What another program's gates took out before: all but live single lymphoid cells, or debris and dead cells. */
  readonly pregated?: 'lymphocytes' | 'live';
  readonly setting?: Setting;
}

/** What an event of a scene is: live single lymphoid cells by CD3 and CD56 first. */
export const sceneKinds = [
  'nk',
  'nkt-like',
  't',
  'neither',
  'monocyte',
  'granulocyte',
  'dead',
  'doublet',
  'off-scale',
  'debris',
  'bead',
  'erythrocyte',
] as const;
export type SceneKind = (typeof sceneKinds)[number];

export interface SceneTruth {
  /** Index into `sceneKinds`, event by event. */
  readonly kind: Uint8Array;
  readonly counts: Readonly<Record<SceneKind, number>>;
  /** Per cent that live single lymphoid cells were drawn by. */
  readonly drawn: Readonly<Record<'nk' | 'nkt-like' | 't' | 'neither', number>>;
}

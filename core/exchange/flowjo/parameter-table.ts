import { identity } from '../../data/transforms/transforms.ts';
import { statedStep, type TimeStep } from '../../gating/strategy/time-step.ts';
import type { ParameterTable } from './as-flowjo.ts';
import { amplifiedChannels, type FileFacts, isAmplified } from './gain.ts';
import { isTimeName } from './read-transforms.ts';
import type { WorkspaceSample } from './workspace.ts';

/** How a sample of a workspace names dimensions: channels as they are, fluorochromes of its matrix by their compensated name. */
export function parameterTable({ matrix, transforms, imported }: WorkspaceSample, file: FileFacts): ParameterTable {
  const compensated = new Map([...(matrix?.compensated ?? [])].map(([name, parameter]) => [parameter, name] as const));
  const amplified = amplifiedChannels(file);
  const own = JSON.stringify(matrix?.matrix);
  const isOwnMatrix = (name: string): boolean =>
    matrix !== undefined && (matrix.matrix === undefined ? name === 'FCS' : JSON.stringify(imported.matrices[name]) === own);
  return {
    nameOf(dimension) {
      if (!('channel' in dimension)) return undefined;
      const { channel, compensation } = dimension;
      if ((dimension.gain === 'ignored') !== isAmplified(dimension, amplified, imported.matrices)) return undefined;
      if (compensation === 'uncompensated') return isSameStep(dimension.step, transforms.get(channel)?.step) ? channel : undefined;
      if (!isOwnMatrix(compensation)) return undefined;
      // a channel outside the matrix has no spillover: it is itself
      return compensated.get(channel) ?? channel;
    },
    scaleOf(parameter) {
      const found = transforms.get(parameter) ?? transforms.get(bare(parameter));
      return found?.transform ?? (found?.isStraight === true ? identity : undefined);
    },
    besides(parameter) {
      const others = [...transforms.keys()].filter((name) => name !== parameter && !isTimeName(name));
      return others.find((name) => /^[FS]SC/i.test(name)) ?? others[0];
    },
  };

  /** An axis without a step goes by the file's own. */
  function isSameStep(wanted: TimeStep | undefined, shown: number | undefined): boolean {
    if (wanted === undefined || typeof wanted === 'number') return wanted === shown;
    return shown === undefined || shown === statedStep(new Map(file.keywords));
  }

  function bare(parameter: string): string {
    return matrix?.compensated.get(parameter) ?? parameter;
  }
}

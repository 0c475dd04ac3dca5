import type { ExplicitDimension, ExplicitDimensions, NamedMatrices, NamedMatrix } from '../../gating/strategy/dimension.ts';
import { openDimensionBook } from '../strategy/dimension-book.ts';
import type { InterchangeNote } from '../strategy/imported-strategy.ts';
import { amplifiedChannels, type FileFacts, isAmplified } from './gain.ts';
import type { Drawing } from './gates/form.ts';
import type { SpilloverMatrix } from './read-matrix.ts';
import { isTimeName } from './read-transforms.ts';
import type { WorkspaceTransform } from './workspace.ts';

/** What the gates of a sample call their parameters, and what those are. */
export interface Parameters {
  /** The dimension's name for the strategy; undefined where a gate of this drawing cannot be read on it. */
  dimension(parameter: string, drawing: Drawing): string | undefined;
  readonly dimensions: ExplicitDimensions;
  readonly matrices: NamedMatrices;
  readonly notes: readonly InterchangeNote[];
}

export function openParameters(
  transforms: ReadonlyMap<string, WorkspaceTransform>,
  matrix: SpilloverMatrix | undefined,
  workspace: readonly SpilloverMatrix[],
  file: FileFacts,
): Parameters {
  const book = openDimensionBook();
  const matrices = new Map<string, NamedMatrix>();
  const notes = new Map<string, InterchangeNote>();
  const note = (code: InterchangeNote['code'], about: string): void => void notes.set(`${code} ${about}`, { code, about });
  const channels = channelNames(file.keywords);
  const amplified = amplifiedChannels(file);

  function nameMatrix({ name, matrix: content }: SpilloverMatrix): string {
    if (content === undefined) return 'FCS';
    let free = name === '' || name === 'FCS' || name === 'uncompensated' ? `${name} matrix`.trim() : name;
    while (matrices.has(free) && JSON.stringify(matrices.get(free)) !== JSON.stringify(content)) free += "'";
    matrices.set(free, content);
    return free;
  }

  /** The channel of a parameter and what compensates it. A compensated one is never taken as the raw channel. */
  function valuesOf(parameter: string): Values {
    const own = matrix?.compensated.get(parameter);
    if (matrix !== undefined && own !== undefined)
      return matrix.matrix === undefined ? ofTheFile(own) : { channel: own, compensation: nameMatrix(matrix) };
    if (channels.has(parameter)) return { channel: parameter, compensation: 'uncompensated' };
    const bare = bareName(parameter, matrix);
    if (bare === undefined) return { channel: parameter, compensation: 'uncompensated' };
    // the matrix names no parameters of its own: it is the file's
    if (matrix !== undefined && matrix.matrix === undefined) return ofTheFile(bare);
    const [only, ...others] = workspace.filter((other) => other.matrix !== undefined && other.compensated.has(parameter));
    if (matrix === undefined && only !== undefined && others.length === 0) {
      note('matrix-assumed', parameter);
      return { channel: only.compensated.get(parameter) ?? bare, compensation: nameMatrix(only) };
    }
    note('compensation-unknown', parameter);
    return { channel: bare, compensation: `matrix of ${parameter}` };
  }

  return {
    dimension(parameter, drawing) {
      const values = valuesOf(parameter);
      const scale = transforms.get(parameter) ?? transforms.get(values.channel) ?? transforms.get(values.channel.replaceAll('/', '_'));
      if (scale === undefined) note('transform-absent', parameter);
      else if (scale.transform === undefined && scale.isStraight !== true) {
        note('transform-unknown', parameter);
        if (drawing !== 'ranges') return undefined;
      }
      const transform = scale?.transform;
      if (drawing === 'positions' && transform === undefined) return undefined;
      const step = scale?.step ?? (isTimeName(parameter) ? ('clock' as const) : undefined);
      const dimension: ExplicitDimension = {
        ...values,
        ...(isAmplified(values, amplified, Object.fromEntries(matrices)) ? { gain: 'ignored' as const } : {}),
        ...(transform === undefined ? {} : { transform, ...(drawing === 'positions' ? {} : { coordinates: 'linear' as const }) }),
        ...(step === undefined ? {} : { step }),
      };
      return book.nameOf(dimension);
    },
    get dimensions() {
      return book.dimensions;
    },
    get matrices() {
      return Object.fromEntries(matrices);
    },
    get notes() {
      return [...notes.values()];
    },
  };
}

type Values = Pick<Extract<ExplicitDimension, { channel: string }>, 'channel' | 'compensation' | 'compensated'>;

const ofTheFile = (channel: string): Values => ({ channel, compensation: 'FCS', compensated: true });

/** $PnN of the file; FlowJo counts its compensated parameters on beyond $PAR. */
function channelNames(keywords: readonly (readonly [string, string])[]): ReadonlySet<string> {
  const count = Number(keywords.find(([name]) => name.toUpperCase() === '$PAR')?.[1] ?? Number.POSITIVE_INFINITY);
  return new Set(
    keywords.flatMap(([name, value]) => {
      const n = Number(/^\$P(\d+)N$/i.exec(name)?.[1] ?? Number.NaN);
      return n <= count ? [value] : [];
    }),
  );
}

/** The parameter without what marks it as compensated; undefined where nothing does. */
function bareName(parameter: string, matrix: SpilloverMatrix | undefined): string | undefined {
  const { prefix = '', suffix = '' } = matrix ?? {};
  if (prefix + suffix !== '' && parameter.startsWith(prefix) && parameter.endsWith(suffix))
    return parameter.slice(prefix.length, parameter.length - suffix.length);
  return /^(?:FJ-?)?Comp[-_](.+)$/i.exec(parameter)?.[1] ?? /^<(.+)>$/.exec(parameter)?.[1];
}

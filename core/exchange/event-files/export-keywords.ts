import type { Keywords } from '../../base/keywords.ts';
import { isSpilloverKeyword } from '../../data/fcs/spillover/spillover.ts';
import { carriedKeywords } from '../../data/fcs/write/write-keywords.ts';
import { maskValue } from '../../data/metadata/personal-keywords.ts';
import { refuseExport } from './export-problems.ts';
import type { ExportRequest } from './export-request.ts';

export interface ExportKeywords {
  readonly keywords: ReadonlyMap<string, string>;
  /** Carried nowhere, since FCS cannot hold them: an empty value, a name that is not printable ASCII. */
  readonly leftOut: readonly string[];
}

/** Keywords of the exported file beside those of its layout: what was asked for, then where it comes from. */
export function exportKeywords(source: Keywords, request: ExportRequest): ExportKeywords {
  const asked = request.keywords?.map((name) => name.toUpperCase());
  for (const name of asked ?? []) if (!source.has(name)) refuseExport('export-keyword-absent', { keyword: name });
  const leftOut: string[] = [];
  const keywords = new Map<string, string>();
  for (const [name, value] of carriedKeywords(source)) {
    const spillover = isSpilloverKeyword(name);
    // Compensated values with their matrix beside them would be compensated twice by the next program.
    if (spillover ? request.values === 'compensated' : asked !== undefined && !asked.includes(name)) continue;
    if (replaced.test(name)) continue;
    if (value === '' || !/^[\x20-\x7e]+$/.test(name)) leftOut.push(name);
    else keywords.set(name, request.maskNames ? maskValue(name, value).value : value);
  }
  if (request.format === 'fcs3.2' && !keywords.has('$CYT')) keywords.set('$CYT', source.get('$CYT')?.trim() || 'unknown');
  for (const [name, value] of provenanceOf(request, valuesOf(source, request))) keywords.set(name, value);
  return { keywords, leftOut };
}

/** What an earlier export said of itself gives way; the digest leads back to it. */
const replaced = /^(LYMPHOSCOPE_|\$LAST_MODIFIED$|\$LAST_MODIFIER$|\$ORIGINALITY$)/;

/** What the values are: an export of an export says what the first one did to them. */
function valuesOf(source: Keywords, { values }: ExportRequest): string {
  const before = source.get('LYMPHOSCOPE_VALUES') ?? 'stored';
  return before === 'stored' || values === 'compensated' ? values : before;
}

/** $ORIGINALITY and its kin are of FCS 3.1, section 3.2.20; the rest is ours. */
function provenanceOf({ provenance, population, maskNames }: ExportRequest, values: string): readonly (readonly [string, string])[] {
  const { software, protocol, protocolSha256, sourceFile, sourceSha256, dataset, at, compensation } = provenance;
  return [
    ['$ORIGINALITY', 'DataModified'],
    ['$LAST_MODIFIED', lastModified(at)],
    ['$LAST_MODIFIER', `Lymphoscope ${software}`],
    ['LYMPHOSCOPE_VALUES', values],
    ['LYMPHOSCOPE_POPULATION', population?.path || 'all events'],
    ['LYMPHOSCOPE_SOURCE_FILE', maskNames ? '●●●●' : sourceFile],
    ['LYMPHOSCOPE_SOURCE_SHA256', sourceSha256],
    ['LYMPHOSCOPE_SOURCE_DATASET', String(dataset + 1)],
    ['LYMPHOSCOPE_PROTOCOL', protocol],
    ['LYMPHOSCOPE_PROTOCOL_SHA256', protocolSha256],
    ...(compensation === undefined ? [] : [['LYMPHOSCOPE_COMPENSATION', compensation] as const]),
    ...(provenance.repairs.length === 0 ? [] : [['LYMPHOSCOPE_REPAIRS', provenance.repairs.join(',')] as const]),
    ['LYMPHOSCOPE_NOTE', 'Research use only.'],
  ];
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;

/** dd-mmm-yyyy hh:mm:ss, in universal time. */
function lastModified(at: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${two(at.getUTCDate())}-${months[at.getUTCMonth()]}-${at.getUTCFullYear()}`;
  return `${day} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
}

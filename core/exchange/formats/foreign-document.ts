import { Problem } from '../../base/problem.ts';
import { attributeOf, type XmlElement } from '../xml/tree.ts';

/** What a file that is no strategy is, by its first bytes, its name or its root, and what can be done with it. */
interface Foreign {
  readonly code: string;
  readonly en: string;
  readonly ja: string;
}

const foreign = {
  empty: { code: 'document-empty', en: 'The file is empty.', ja: 'ファイルが空です。' },
  fcs: {
    code: 'document-is-fcs',
    en: 'This is an FCS file; a gating strategy is wanted here: a protocol (.json), Gating-ML 2.0 (.xml) or a FlowJo 10 workspace (.wsp).',
    ja: 'これはFCSファイルです。ここではゲーティング戦略(プロトコル .json、Gating-ML 2.0 .xml、FlowJo 10ワークスペース .wsp)が必要です。',
  },
  flowjo11: {
    code: 'document-flowjo-11',
    en: 'This is a workspace of FlowJo 11 (.flowjo), which is not read; save it as a FlowJo 10 workspace (.wsp) there and take that.',
    ja: 'FlowJo 11のワークスペース(.flowjo)は読めません。FlowJo 11でFlowJo 10ワークスペース(.wsp)として保存し、それを指定してください。',
  },
  flowjo9: {
    code: 'document-flowjo-9',
    en: 'This is a workspace of FlowJo 9 or earlier ({what}), which is not read; open it in FlowJo 10 and save it as .wsp.',
    ja: 'FlowJo 9以前のワークスペース({what})は読めません。FlowJo 10で開き、.wspとして保存してください。',
  },
  acs: {
    code: 'document-acs',
    en: 'This is an ACS archive; unpack it and take the workspace (.wsp) or the Gating-ML document in it.',
    ja: 'ACSアーカイブです。展開して、中のワークスペース(.wsp)またはGating-ML文書を指定してください。',
  },
  zip: {
    code: 'document-packed',
    en: 'This is a packed file ({what}); unpack it and take the document in it.',
    ja: '圧縮ファイル({what})です。展開して、中の文書を指定してください。',
  },
  office: {
    code: 'document-office',
    en: 'This is an Office document ({what}), not a gating strategy.',
    ja: 'Office文書({what})であり、ゲーティング戦略ではありません。',
  },
  pdf: { code: 'document-pdf', en: 'This is a PDF, not a gating strategy.', ja: 'PDFであり、ゲーティング戦略ではありません。' },
  binary: {
    code: 'document-binary',
    en: 'This is no text, and so neither a protocol, nor Gating-ML 2.0, nor a FlowJo 10 workspace.',
    ja: 'テキストではないため、プロトコル、Gating-ML 2.0、FlowJo 10ワークスペースのいずれでもありません。',
  },
  text: {
    code: 'document-text',
    en: 'This is plain text, and so neither a protocol (.json), nor Gating-ML 2.0 (.xml), nor a FlowJo 10 workspace (.wsp).',
    ja: 'ただのテキストであり、プロトコル(.json)、Gating-ML 2.0(.xml)、FlowJo 10ワークスペース(.wsp)のいずれでもありません。',
  },
  diva: {
    code: 'document-diva',
    en: 'This is an experiment of BD FACSDiva (its root is "{what}"), which is not read; export its gates as Gating-ML 2.0, or draw them anew.',
    ja: 'BD FACSDivaの実験ファイル(ルート要素「{what}」)は読めません。ゲートをGating-ML 2.0で書き出すか、描き直してください。',
  },
  gatingml15: {
    code: 'document-gating-ml-1',
    en: 'This is Gating-ML {version} (its root is "{what}"); Gating-ML 2.0 is read. Write it again as 2.0.',
    ja: 'Gating-ML {version}(ルート要素「{what}」)です。読めるのはGating-ML 2.0です。2.0で書き出し直してください。',
  },
  session: {
    code: 'document-is-session',
    en: 'This is a saved session; `analyse` takes it as it is, and the window exports its protocol.',
    ja: '保存されたセッションです。`analyse` でそのまま解析でき、ウィンドウからプロトコルを書き出せます。',
  },
  json: {
    code: 'document-is-json',
    en: 'This is JSON, but no protocol of this program (its format is "{what}").',
    ja: 'JSONですが、このソフトウェアのプロトコルではありません(形式: 「{what}」)。',
  },
  html: {
    code: 'document-html',
    en: 'This is a web page, not a gating strategy: the download may have failed.',
    ja: 'ウェブページであり、ゲーティング戦略ではありません。ダウンロードに失敗した可能性があります。',
  },
  unknown: {
    code: 'strategy-format-unknown',
    en: 'Neither a protocol, nor Gating-ML 2.0, nor a FlowJo 10 workspace (its root is "{what}").',
    ja: 'プロトコル、Gating-ML 2.0、FlowJo 10ワークスペースのいずれでもありません(ルート要素「{what}」)。',
  },
} as const satisfies { readonly [kind: string]: Foreign };

type Values = { readonly what?: string; readonly version?: string };

function problem(kind: keyof typeof foreign, values: Values = {}): Problem {
  const { code, ...sentence } = foreign[kind];
  return new Problem(code, sentence, values);
}

const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((letter, i) => bytes[i] === letter.charCodeAt(0));

/** What a file is whose bytes or name say that it is no document of text; undefined where they do not. */
export function foreignBytes(bytes: Uint8Array, name: string): Problem | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (bytes.length === 0) return problem('empty');
  if (startsWith(bytes, 'FCS2.0') || startsWith(bytes, 'FCS3.')) return problem('fcs');
  if (startsWith(bytes, 'PK\u0003\u0004')) {
    if (ending === 'flowjo') return problem('flowjo11');
    if (ending === 'acs') return problem('acs');
    return /^(xls|doc|ppt)x$/.test(ending) ? problem('office', { what: `.${ending}` }) : problem('zip', { what: 'zip' });
  }
  if (startsWith(bytes, '\u001f\u008b')) return problem('zip', { what: 'gzip' });
  if (startsWith(bytes, '7z\u00bc\u00af')) return problem('zip', { what: '7z' });
  if (startsWith(bytes, 'Rar!')) return problem('zip', { what: 'rar' });
  if (startsWith(bytes, 'SQLite format 3')) return problem(ending === 'flowjo' ? 'flowjo11' : 'binary');
  if (startsWith(bytes, '\u00d0\u00cf\u0011\u00e0')) return problem('office', { what: ending === '' ? 'OLE' : `.${ending}` });
  if (startsWith(bytes, '%PDF')) return problem('pdf');
  if (ending === 'flowjo') return problem('flowjo11');
  if (ending === 'jo') return problem('flowjo9', { what: '.jo' });
  const head = bytes.subarray(0, 4_000);
  const isWide =
    head.length > 1 && (head[0] === 0 || head[1] === 0 || (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff));
  return !isWide && head.includes(0) ? problem('binary') : undefined;
}

/** What a JSON document is that says itself that it is no protocol. */
export function foreignJson(text: string): Problem | undefined {
  const format = /^\s*\{\s*"format"\s*:\s*"([^"]{0,100})"/.exec(text)?.[1];
  if (format === 'lymphoscope-session') return problem('session');
  return format === undefined || format === 'lymphoscope-protocol' ? undefined : problem('json', { what: format });
}

/** What a text is that does not begin as XML. */
export function foreignText(text: string): Problem | undefined {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start === '') return problem('empty');
  if (/^<!doctype html|^<html[\s>]/i.test(start)) return problem('html');
  return start.startsWith('<') ? undefined : problem('text');
}

/** What an XML document is that is neither Gating-ML 2.0 nor a workspace of FlowJo 10. */
export function foreignRoot(root: XmlElement): Problem | undefined {
  const [, version] = /Gating-ML\/v?(\d+(?:\.\d+)?)\//.exec(root.uri) ?? [];
  if (/^gating-?ml$/i.test(root.local) && version !== undefined && version !== '2.0')
    return problem('gatingml15', { what: root.name, version });
  if (root.local === 'Gating-ML') return undefined;
  if (root.local === 'Workspace') {
    const [format, program] = [
      Number.parseFloat(attributeOf(root, 'version') ?? ''),
      Number.parseFloat(attributeOf(root, 'flowJoVersion') ?? ''),
    ];
    // FlowJo 10 and 11 write version 20 and more; FlowJo 7 and 8 wrote 1.6 to 1.8, FlowJo 9 2.0 and 3.0
    const isOld = program < 10 || (Number.isNaN(program) && format < 20);
    return isOld
      ? problem('flowjo9', { what: `version ${attributeOf(root, 'flowJoVersion') ?? attributeOf(root, 'version')}` })
      : undefined;
  }
  if (/^bdfacs$/i.test(root.local)) return problem('diva', { what: root.name });
  if (root.local === 'Workbook') return problem('office', { what: 'Excel XML' });
  if (/^html$/i.test(root.local)) return problem('html');
  return problem('unknown', { what: root.name });
}

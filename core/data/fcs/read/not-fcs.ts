import { refuse } from '../problems.ts';

interface Look {
  readonly bytes: Uint8Array;
  /** The same as Latin-1 letters. */
  readonly text: string;
}

const startsWith =
  (...wanted: readonly number[]) =>
  ({ bytes }: Look): boolean =>
    wanted.every((byte, i) => bytes[i] === byte);

/** What a file is that does not begin as FCS does, and what to do; the first that fits. */
const kinds: readonly { readonly fits: (look: Look) => boolean; readonly en: string; readonly ja: string }[] = [
  {
    fits: ({ bytes }) => bytes.length === 0,
    en: 'it is empty; copy it again from the instrument',
    ja: '空のファイルです(装置からコピーし直してください)',
  },
  {
    fits: startsWith(0xef, 0xbb, 0xbf, 0x46, 0x43, 0x53),
    en: 'a byte order mark stands before "FCS", as a text editor writes it, and other bytes may have changed with it; take the original',
    ja: '先頭にバイト順マークがあります。テキストエディターで保存され、ほかのバイトも変わった可能性があるため、元のファイルを用いてください',
  },
  { fits: startsWith(0x50, 0x4b), en: 'it is a ZIP archive; unpack it first', ja: 'ZIPアーカイブです(先に展開してください)' },
  { fits: startsWith(0x1f, 0x8b), en: 'it is compressed by gzip; unpack it first', ja: 'gzipで圧縮されています(先に展開してください)' },
  {
    fits: startsWith(0x37, 0x7a, 0xbc, 0xaf),
    en: 'it is a 7-Zip archive; unpack it first',
    ja: '7-Zipアーカイブです(先に展開してください)',
  },
  { fits: startsWith(0x52, 0x61, 0x72, 0x21), en: 'it is a RAR archive; unpack it first', ja: 'RARアーカイブです(先に展開してください)' },
  {
    fits: startsWith(0x00, 0x05, 0x16),
    en: 'it is what a Mac stores beside a file (AppleDouble, "._…"); open the file of the same name without "._"',
    ja: 'Macが付属情報として保存したファイル(AppleDouble、「._…」)です。「._」のない同名のファイルを開いてください',
  },
  {
    fits: ({ text }) => /^version https:\/\/git-lfs/.test(text),
    en: 'it is a pointer of Git LFS; fetch the file itself (git lfs pull)',
    ja: 'Git LFSのポインターです。実体を取得してください(git lfs pull)',
  },
  {
    fits: ({ text }) => /^\s*<(!doctype html|html|head|body)/i.test(text),
    en: 'it is a web page, perhaps of a log-in; download the file again',
    ja: 'Webページ(ログイン画面など)です。ファイルをダウンロードし直してください',
  },
  { fits: ({ text }) => /^(\xef\xbb\xbf)?\s*<\?xml|^\s*<\w+[\s>]/.test(text), en: 'it is an XML document', ja: 'XML文書です' },
  { fits: ({ text }) => /^(\xef\xbb\xbf)?\s*\{/.test(text), en: 'it is a JSON document', ja: 'JSON文書です' },
  { fits: ({ text }) => text.startsWith('%PDF'), en: 'it is a PDF', ja: 'PDFです' },
  { fits: ({ text }) => text.startsWith('SQLite format 3'), en: 'it is a database', ja: 'データベースです' },
  {
    fits: ({ bytes }) => bytes.every((byte) => byte === 0),
    en: 'it holds nothing but zeros; copy it again from the instrument',
    ja: '中身がすべて0です(装置からコピーし直してください)',
  },
];

const unknown = { en: 'it does not begin with "FCS" and a version number', ja: '先頭に「FCS」とバージョン番号がありません' };

/** Refuses what is no FCS by what it is. `head` is the beginning of the file. */
export function refuseNotFcs(head: Uint8Array, offset: number): never {
  const look = { bytes: head, text: String.fromCharCode(...head.subarray(0, 64)) };
  const { en, ja } = kinds.find(({ fits }) => fits(look)) ?? unknown;
  return refuse('not-fcs', { what: en, whatJa: ja }, offset);
}

import type { Language } from '../../../core/base/message.ts';
import { findingReference } from '../../../core/show/reference/finding-reference.ts';
import { type GuidePage, guidePage } from './guide-page.ts';
import { keyReference } from './key-reference.ts';

const written = import.meta.glob<string>('../../../docs/{en,ja}/*.md', { query: '?raw', import: 'default', eager: true });

/** From the first file to the record that is kept; what is looked up stands last. */
const order = [
  ...[
    'window',
    'troubleshooting',
    'automatic-gating',
    'compensation',
    'culture-methods',
    'statistics',
    'certificate',
    'validation',
    'archive',
    'watch',
  ],
  ...['lots', 'course', 'cytotoxicity', 'residual', 'keys', 'findings', 'formats', 'privacy', 'security', 'command-line', 'glossary'],
];

const placeOf = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);

/** The guides of docs, as they are written there, and the references that are made of the program's own lists. */
export const guidesIn = (language: Language, mac = false): readonly GuidePage[] =>
  [
    ...Object.entries(written).flatMap(([file, markdown]) => {
      const [, folder, name] = /\/(en|ja)\/([\w-]+)\.md$/.exec(file) ?? [];
      return folder === language && name !== undefined ? [guidePage(name, markdown)] : [];
    }),
    guidePage('findings', findingReference(language)),
    guidePage('keys', keyReference(language, mac)),
  ].sort((a, b) => placeOf(a.name) - placeOf(b.name) || a.name.localeCompare(b.name));

// The table of rooms for docs/architecture.md, made from tests/rooms.json. Called by hand it writes the table there.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');

/** The rooms of each top folder from bottom to top, as Markdown. */
export const tableOfRooms = (rooms) =>
  Object.values(rooms)
    .map((list) => ['| room | what it is for |', '|---|---|', ...list.map(({ room, purpose }) => `| ${room} | ${purpose} |`)].join('\n'))
    .join('\n\n');

if (process.argv[1] === import.meta.filename) {
  const rooms = JSON.parse(readFileSync(path.join(root, 'tests', 'rooms.json'), 'utf8'));
  const file = path.join(root, 'docs', 'architecture.md');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/(?<=<!-- rooms -->\n)[\s\S]*?(?=<!-- end of rooms -->)/, `${tableOfRooms(rooms)}\n`));
}

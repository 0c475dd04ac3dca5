import './file-name.css';

/** How much of a name's end always stays in sight: lots, days and wells stand there. */
const tail = 12;

/** A file's name on one line; a long one gives way in its middle. Read aloud and copied it is one name: the pieces are only drawn. */
export function FileName({ name }: { readonly name: string }) {
  const letters = [...name];
  const cut = Math.max(0, letters.length - tail);
  return (
    <span className="file-name" title={name}>
      <span className="for-readers">{name}</span>
      <span className="file-name-head" data-text={letters.slice(0, cut).join('')} aria-hidden />
      <span className="file-name-tail" data-text={letters.slice(cut).join('')} aria-hidden />
    </span>
  );
}

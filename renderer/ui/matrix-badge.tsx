import './matrix-badge.css';
import type { CompensationUsed } from '../../core/data/compensation/compensation-used.ts';
import { compensationWords } from '../../core/data/compensation/describe-compensation.ts';
import { type MatrixBadge as MatrixBadgeOf, matrixBadge } from '../../core/data/compensation/matrix-badge.ts';
import { useLanguage } from '../messages/language.ts';

/** The badge of a kind alone, for a legend. */
export const MatrixBadgeShape = ({ kind, word }: MatrixBadgeOf) => <span className={`matrix-badge matrix-badge-${kind}`}>{word}</span>;

/** Of which matrix a sample's values are, in a word; the whole sentence on hover. */
export function MatrixBadge({ used }: { readonly used: CompensationUsed }) {
  const language = useLanguage();
  const { kind, word } = matrixBadge(used, language);
  return (
    <span className={`matrix-badge matrix-badge-${kind}`} title={compensationWords(used, language)} data-testid="matrix-badge">
      {word}
    </span>
  );
}

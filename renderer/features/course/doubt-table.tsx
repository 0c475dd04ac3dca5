import type { Doubt } from '../../../core/study/course/course-table.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

/** So many are written out; the number of all stands above. */
const MOST = 200;

/** Every cell that is not taken, with row, column and why. */
export function DoubtTable({ doubts }: { readonly doubts: readonly Doubt[] }) {
  const t = useMessages(messages);
  const language = useLanguage();
  if (doubts.length === 0) return null;
  return (
    <table className="document-table" data-testid="import-doubts">
      <thead>
        <tr>
          <th scope="col" className="is-number">
            {t('doubtRow')}
          </th>
          <th scope="col">{t('importColumn')}</th>
          <th scope="col">{t('doubtWhy')}</th>
        </tr>
      </thead>
      <tbody>
        {doubts.slice(0, MOST).map(({ line, column, problem }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one cell may be doubted twice
          <tr key={i}>
            <td className="is-number">{line}</td>
            <td>{column}</td>
            <td className="selectable">
              {problem.in(language)} [{problem.code}]
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

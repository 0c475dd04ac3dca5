import { type ProfileSet, sourceText } from '../../../core/biology/profiles/profile-set.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

/** Where a figure comes from: its tag, and what the tag stands for on hover. */
export function SourceCell({ sources, tag }: { readonly sources: ProfileSet['sources']; readonly tag: string }) {
  const t = useMessages(messages);
  const language = useLanguage();
  return (
    <td className="quiet" title={sourceText({ sources }, tag, language)}>
      {tag === 'own' ? t('ownLots') : tag}
    </td>
  );
}

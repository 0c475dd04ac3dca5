import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { lotsBlocks } from '../../../core/show/residual/lots-blocks.ts';
import { followResidual } from '../../../core/study/residual/follow-residual.ts';
import { type KeptDays, keptDays } from '../../../core/study/residual/kept-days.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { DocumentView } from '../../ui/document/document-view.tsx';
import { messages } from './messages.ts';
import { ResidualFindings } from './residual-findings.tsx';
import { ResidualHead } from './residual-head.tsx';

/** Lots that stand over each other: the newest ones. */
const MOST_TOGETHER = 8;

/** Results that the archive keeps, by lot; by the plan of a lot's newest one. The newest lots stand over each other. */
export function ArchiveResidual({ source }: { readonly source: ReactNode }) {
  const t = useMessages(messages);
  const language = useLanguage();
  const theme = useWindow(({ view }) => view.theme);
  const chosen = useWindow(({ view }) => view.residual.subject);
  const { lots, found } = useKept(chosen);
  const lot = lots?.find((one) => one === chosen) ?? lots?.[0];
  const shown = lot === undefined ? undefined : found.get(lot);
  const together = useMemo(() => {
    const followed = [...found].map(([name, { plan, days }]) => ({ lot: name, days: followResidual(plan, days).days }));
    return lotsBlocks(followed.slice(0, MOST_TOGETHER), language);
  }, [found, language]);
  return (
    <>
      <ResidualHead source={source} subjects={(lots ?? []).map((id) => ({ id, label: id }))} subject={lot} />
      {lots?.length === 0 && <p className="page-note">{t('residualNothingKept')}</p>}
      {lot !== undefined && shown && (
        <ResidualFindings
          key={lot}
          name={lot}
          plan={shown.plan}
          planSha256={shown.planSha256}
          days={shown.days}
          protocol={`${shown.protocol.name}, ${shown.protocol.revision} (SHA-256 ${shown.protocol.sha256})`}
          left={shown.left.map(({ problem }) => problem.in(language))}
        />
      )}
      <DocumentView blocks={together} theme={theme} testId="residual-lots" />
    </>
  );
}

const none: ReadonlyMap<string, KeptDays> = new Map();

/** The names of all lots, and the results of the newest and of the chosen one. */
function useKept(chosen: string | undefined): {
  readonly lots: readonly string[] | undefined;
  readonly found: ReadonlyMap<string, KeptDays>;
} {
  const app = useApp();
  const [lots, setLots] = useState<readonly string[]>();
  const [found, setFound] = useState(none);
  useEffect(() => {
    let isOpen = true;
    void attempt(app, async () => {
      const all = await ask(app.bridge.residualLots());
      const wanted = all.filter((lot, i) => i < MOST_TOGETHER || lot === chosen);
      const kept = await Promise.all(wanted.map(async (lot) => [lot, keptDays(await ask(app.bridge.residualOfLot(lot)))] as const));
      if (!isOpen) return;
      setLots(all);
      setFound(new Map(kept.flatMap(([lot, days]) => (days === undefined ? [] : [[lot, days] as const]))));
    });
    return () => {
      isOpen = false;
    };
  }, [app, chosen]);
  return { lots, found };
}

import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { keptDays } from '../../../core/study/residual/kept-days.ts';
import type { KeptResidual } from '../../../core/study/residual/kept-residual.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';
import { ResidualFindings } from './residual-findings.tsx';
import { ResidualHead } from './residual-head.tsx';

/** Results that the archive keeps, by lot; by the plan of a lot's newest one. */
export function ArchiveResidual({ source }: { readonly source: ReactNode }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const chosen = useWindow(({ view }) => view.residual.subject);
  const [lots, setLots] = useState<readonly string[]>();
  const [kept, setKept] = useState<{ readonly lot: string; readonly results: readonly KeptResidual[] }>();
  useEffect(() => {
    let isOpen = true;
    void attempt(app, () => ask(app.bridge.residualLots())).then((found) => isOpen && found && setLots(found));
    return () => {
      isOpen = false;
    };
  }, [app]);
  const lot = lots?.find((one) => one === chosen) ?? lots?.[0];
  useEffect(() => {
    if (lot === undefined) return;
    let isOpen = true;
    void attempt(app, () => ask(app.bridge.residualOfLot(lot))).then((results) => isOpen && results && setKept({ lot, results }));
    return () => {
      isOpen = false;
    };
  }, [app, lot]);
  const found = useMemo(() => (kept === undefined || kept.lot !== lot ? undefined : keptDays(kept.results)), [kept, lot]);
  return (
    <>
      <ResidualHead source={source} subjects={(lots ?? []).map((id) => ({ id, label: id }))} subject={lot} />
      {lots?.length === 0 && <p className="page-note">{t('residualNothingKept')}</p>}
      {lot !== undefined && found && (
        <ResidualFindings
          key={lot}
          name={lot}
          plan={found.plan}
          planSha256={found.planSha256}
          days={found.days}
          protocol={`${found.protocol.name}, ${found.protocol.revision} (SHA-256 ${found.protocol.sha256})`}
          left={found.left.map(({ problem }) => problem.in(language))}
        />
      )}
    </>
  );
}

import { useCallback, useEffect, useMemo, useState } from 'react';
import { Problem } from '../../../core/base/problem.ts';
import { JobCancelled } from '../../../core/base/workers/cancelled.ts';
import { profilesOf } from '../../../core/biology/classification/classifier.ts';
import { findMethod } from '../../../core/biology/classification/declared.ts';
import { type LabelledLot, type LotSource, lotsOf, measuredLots } from '../../../core/biology/lots/labelled-lot.ts';
import type { OwnMethod } from '../../../core/biology/lots/own-method.ts';
import type { Profile } from '../../../core/biology/profiles/profile.ts';
import { ask, attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import { classifiedSamples } from '../../store/classified.ts';

export type LotPlace = 'archive' | 'session';

export interface OwnMethodDraft {
  readonly methods: readonly Profile[];
  readonly method: string;
  readonly setMethod: (method: string) => void;
  /** Every lot of the method that was read, the last sample of each. */
  readonly lots: readonly LabelledLot[];
  /** Every sample of those lots. */
  readonly measured: readonly LabelledLot[];
  /** Samples declared as the method that may not be called, and so teach nothing. */
  readonly ineligible: number;
  readonly isChosen: (lot: LabelledLot) => boolean;
  readonly toggle: (lot: LabelledLot) => void;
  readonly name: string;
  readonly setName: (name: string) => void;
  /** Of the chosen lots; undefined while it is computed. */
  readonly result: OwnMethod | undefined;
  readonly read: (place: LotPlace, query: string) => Promise<void>;
  readonly reading: boolean;
}

/** Lots of the archive or the session, which of them are chosen, and the profile that follows from those. */
export function useOwnMethod(first: string | undefined, defaultName: (method: string) => string): OwnMethodDraft {
  const app = useApp();
  const classifier = useWindow(({ session }) => session.history.present.protocol.classifier);
  const profiles = useMemo(() => profilesOf(classifier), [classifier]);
  const [sources, setSources] = useState<readonly LotSource[]>([]);
  const [reading, setReading] = useState(false);
  const [method, setMethod] = useState(first ?? profiles.methods[0]?.method ?? '');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [named, setName] = useState<string>();
  const lots = useMemo(
    () =>
      lotsOf(sources, profiles)
        .filter((lot) => lot.method === method)
        .sort(inOrder),
    [sources, profiles, method],
  );
  const measured = useMemo(() => measuredLots(sources, profiles).filter((lot) => lot.method === method), [sources, profiles, method]);
  const ineligible = useMemo(
    () => sources.filter((source) => isIneligible(source, profiles.methods, method)).length,
    [sources, profiles, method],
  );
  const chosen = useMemo(() => lots.filter(({ lot }) => !left.has(lot)), [lots, left]);
  const name = named ?? defaultName(method);
  const result = useFit(chosen, method, name);
  const read = useCallback(
    async (place: LotPlace, query: string) => {
      setReading(true);
      const found =
        place === 'archive'
          ? await attempt(app, () => ask(app.bridge.archiveLots(query)))
          : classifiedSamples(app.store.getState()).map(({ analysis }) => analysis);
      setReading(false);
      if (found === undefined) return;
      setSources(found);
      setLeft(new Set());
    },
    [app],
  );
  return {
    methods: profiles.methods,
    method,
    setMethod: (next) => {
      setMethod(next);
      setName(undefined);
    },
    lots,
    measured,
    ineligible,
    isChosen: ({ lot }) => !left.has(lot),
    toggle: ({ lot }) => setLeft(left.has(lot) ? new Set([...left].filter((one) => one !== lot)) : new Set([...left, lot])),
    name,
    setName,
    result,
    read,
    reading,
  };
}

/** By date, then by the numbers in their names. */
const inOrder = (a: LabelledLot, b: LabelledLot): number =>
  (a.at ?? '').localeCompare(b.at ?? '') || a.lot.localeCompare(b.lot, undefined, { numeric: true });

function isIneligible({ sample: { metadata }, classification }: LotSource, methods: readonly Profile[], method: string): boolean {
  const { role, declaredMethod } = metadata;
  const declared = declaredMethod === undefined ? undefined : findMethod(methods, declaredMethod)?.method;
  return role === 'sample' && declared === method && !classification.eligible;
}

function useFit(lots: readonly LabelledLot[], method: string, name: string): OwnMethod | undefined {
  const app = useApp();
  const classifier = useWindow(({ session }) => session.history.present.protocol.classifier);
  const [fitted, setFitted] = useState<{ readonly of: readonly unknown[]; readonly result: OwnMethod }>();
  useEffect(() => {
    let isOpen = true;
    const wanted = [lots, classifier, name];
    app.engine.fitLots({ classifier, method, lots, name }).then(
      (result) => {
        if (isOpen) setFitted({ of: wanted, result });
      },
      (error: unknown) => {
        if (!(error instanceof Problem) && !(error instanceof JobCancelled)) throw error;
      },
    );
    return () => {
      isOpen = false;
    };
  }, [app, classifier, method, lots, name]);
  const [ofLots, ofClassifier, ofName] = fitted?.of ?? [];
  return ofLots === lots && ofClassifier === classifier && ofName === name ? fitted?.result : undefined;
}

import type { SampleKey, ViewState } from './state.ts';

/** The samples that are chosen, the selected one among them. */
export const chosenSamples = ({ picked, selected }: Pick<ViewState, 'picked' | 'selected'>): readonly SampleKey[] =>
  picked.length > 0 ? picked : selected === undefined ? [] : [selected];

/** How a press on a row chooses: alone, beside those that are chosen (Ctrl), or all from the selected one to it (Shift). */
export type PickWay = 'alone' | 'beside' | 'range';

/** What is chosen after a press on a row of a list that shows these samples. */
export function pick(
  view: Pick<ViewState, 'picked' | 'selected'>,
  listed: readonly SampleKey[],
  key: SampleKey,
  way: PickWay,
): Pick<ViewState, 'picked' | 'selected'> {
  const chosen = chosenSamples(view);
  if (way === 'alone') return { selected: key, picked: [] };
  if (way === 'range') {
    const [from, to] = [listed.indexOf(view.selected ?? key), listed.indexOf(key)];
    if (from < 0 || to < 0) return { selected: key, picked: [] };
    return { selected: view.selected, picked: listed.slice(Math.min(from, to), Math.max(from, to) + 1) };
  }
  if (!chosen.includes(key)) return { selected: key, picked: [...chosen, key] };
  const rest = chosen.filter((one) => one !== key);
  const [first] = rest;
  if (first === undefined) return { selected: key, picked: [] };
  return { selected: view.selected === key ? first : view.selected, picked: rest.length > 1 ? rest : [] };
}

/** After Shift and an arrow: from where the choice began to the row beside its other end. */
export function extend(
  view: Pick<ViewState, 'picked' | 'selected'>,
  listed: readonly SampleKey[],
  by: number,
): Pick<ViewState, 'picked' | 'selected'> {
  const places = chosenSamples(view)
    .map((key) => listed.indexOf(key))
    .filter((at) => at >= 0);
  const anchor = listed.indexOf(view.selected ?? '');
  if (anchor < 0) return view;
  const [low, high] = [Math.min(...places), Math.max(...places)];
  const end = anchor === low ? high : low;
  const key = listed[end + by];
  return key === undefined ? view : pick(view, listed, key, 'range');
}

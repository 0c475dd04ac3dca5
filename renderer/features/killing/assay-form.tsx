import { contentDigest } from '../../../core/base/chain/chain.ts';
import { translator as killingWords } from '../../../core/show/killing/words.ts';
import { type Assay, effectorAxes, isRelease, isSeries, parseAssay, readouts } from '../../../core/study/killing/assay.ts';
import type { Plate } from '../../../core/study/killing/plate.ts';
import { attempt } from '../../context/app-context.ts';
import { edit } from '../../context/edit.ts';
import { useApp } from '../../context/use-app.ts';
import { useFormDraft } from '../../context/use-form-draft.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import { openAssay, saveAssay } from './actions.ts';
import { messages } from './messages.ts';

const texts = ['name', 'target', 'label', 'injured', 'source', 'setBy'] as const;
const numbers = ['revision', 'hours', 'hoursTolerance', 'targetsPerWell', 'targetViability', 'minimumTargets'] as const;
const lists = ['units', 'spontaneous', 'replicateCv'] as const;
const channels = ['label', 'injured', 'effector', 'reference', 'beads'] as const;
type FlowField = `flow.${(typeof channels)[number]}`;
const flowFields = channels.map((name): FlowField => `flow.${name}`);
type Typed = FlowField | (typeof texts)[number] | (typeof numbers)[number] | (typeof lists)[number];
type Draft = { readonly [F in Typed]?: string } & Pick<Assay, 'readout' | 'effector'>;

type Ordered = Typed | 'readout' | 'effector';
const order = (readout: Assay['readout']): readonly Ordered[] => [
  ...([
    'name',
    'revision',
    'target',
    'label',
    'readout',
    'injured',
    'hours',
    'hoursTolerance',
    'effector',
    'targetsPerWell',
    'units',
  ] as const),
  ...(isRelease(readout) || isSeries(readout) ? [] : flowFields),
  ...(['spontaneous', 'replicateCv', 'targetViability', 'minimumTargets', 'source', 'setBy'] as const),
];

/** How the laboratory measures, to be filled in or opened; it holds for the plate once it is whole. */
export function AssayForm({ id, plate }: { readonly id: string; readonly plate: Plate }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const words = killingWords(language);
  // of this plate and the definition that it has: with another one what was typed is of the past
  const [typed, setTyped] = useFormDraft(`assay ${id} ${plate.assay === undefined ? '' : contentDigest(plate.assay)}`);
  const draft: Draft = { ...draftOf(plate.assay), ...typed };
  const change = (part: { readonly [F in keyof Draft]?: string }) => setTyped({ ...typed, ...part });
  const use = () => attempt(app, async () => void edit(app, { type: 'plate/change', id, assay: assayOf(draft, plate.assay) }));
  const labelOf = (name: Ordered): string => (isFlow(name) ? t(name) : t(`assay.${name}`));
  const field = (name: Ordered) => {
    if (name === 'readout')
      return (
        <Select
          label={t('assay.readout')}
          value={draft.readout}
          options={readouts.map((one) => ({ id: one, label: words(`readout.${one}`) }))}
          onChange={(readout) => change({ readout })}
          testId="assay-readout"
        />
      );
    if (name === 'effector')
      return (
        <Select
          label={t('assay.effector')}
          value={draft.effector}
          options={effectorAxes.map((one) => ({ id: one, label: t(`effectorAxis.${one}`) }))}
          onChange={(effector) => change({ effector })}
          testId="assay-effector"
        />
      );
    return (
      <input
        className="input"
        value={draft[name] ?? ''}
        onChange={(event) => change({ [name]: event.target.value })}
        aria-label={labelOf(name)}
        data-testid={`assay-${name.replace('.', '-')}`}
      />
    );
  };
  return (
    <section className="assay-form" aria-label={t('assayHeading')}>
      <h3>{t('assayHeading')}</h3>
      {plate.assay === undefined && <p className="quiet small">{t('assayNeeded')}</p>}
      <div className="assay-fields">
        {order(draft.readout).map((name) => (
          <div key={name} className="field">
            <span className="field-label">{labelOf(name)}</span>
            {field(name)}
          </div>
        ))}
      </div>
      <div className="killing-actions">
        <Button kind={plate.assay === undefined ? 'primary' : 'normal'} onClick={() => void use()} testId="assay-use">
          {t('assaySet')}
        </Button>
        <Button onClick={() => void openAssay(app, id)} testId="assay-open">
          {t('assayOpen')}
        </Button>
        {plate.assay && (
          <Button onClick={() => plate.assay && void saveAssay(app, plate.assay)} testId="assay-save">
            {t('assaySave')}
          </Button>
        )}
      </div>
    </section>
  );
}

const isFlow = (name: Ordered): name is FlowField => name.startsWith('flow.');

function draftOf(assay: Assay | undefined): Draft {
  if (assay === undefined) return { readout: 'cr51', effector: 'viable', revision: '1', hoursTolerance: '0.25', units: '20, 30' };
  const { limits, flow, ...said } = assay;
  const written = (value: unknown) => (value === undefined ? undefined : Array.isArray(value) ? value.join(', ') : String(value));
  const ofFlow = Object.fromEntries(channels.map((name) => [`flow.${name}`, flow?.[name]]));
  const all: { readonly [field: string]: unknown } = { ...said, ...limits, ...ofFlow };
  return {
    readout: assay.readout,
    effector: assay.effector,
    ...Object.fromEntries([...texts, ...numbers, ...lists, ...flowFields].map((name) => [name, written(all[name]) ?? ''])),
  };
}

/** What was typed as a document, checked as one from a file is. Throws a Problem that names the field. */
function assayOf(draft: Draft, before: Assay | undefined): Assay {
  const text = (name: Typed) => draft[name]?.trim() || undefined;
  const number = (name: Typed) => {
    const typed = text(name);
    return typed === undefined ? undefined : (parseNumber(typed) ?? typed);
  };
  const list = (name: Typed) =>
    text(name)
      ?.normalize('NFKC')
      .split(/[,、]/)
      .map((part) => parseNumber(part) ?? part);
  const limits = {
    ...{ source: text('source'), setBy: text('setBy') },
    ...{ spontaneous: list('spontaneous'), replicateCv: list('replicateCv') },
    ...{ targetViability: number('targetViability'), minimumTargets: number('minimumTargets') },
  };
  const hasLimits = Object.values(limits).some((limit) => limit !== undefined);
  const flow = {
    ...Object.fromEntries(channels.map((name) => [name, text(`flow.${name}`)])),
    injured: text('flow.injured')
      ?.normalize('NFKC')
      .split(/[,、]/)
      .map((part) => part.trim()),
    ...(before?.flow === undefined ? {} : { margin: before.flow.margin }),
  };
  const hasFlow = !isRelease(draft.readout) && !isSeries(draft.readout) && channels.some((name) => text(`flow.${name}`) !== undefined);
  const document = {
    ...{ format: 'lymphoscope-assay', version: 1, title: before?.title, plateau: before?.plateau },
    ...{ name: text('name'), revision: number('revision'), target: text('target'), label: text('label'), readout: draft.readout },
    ...{ injured: text('injured'), hours: number('hours'), hoursTolerance: number('hoursTolerance'), effector: draft.effector },
    ...{ targetsPerWell: number('targetsPerWell'), units: list('units') },
    ...(hasLimits ? { limits } : {}),
    ...(hasFlow ? { flow } : {}),
  };
  const made = parseAssay(JSON.stringify(document));
  const { approved, ...same } = before ?? {};
  // who approved a definition approved these very words
  return approved !== undefined && contentDigest(made) === contentDigest(same) ? { ...made, approved } : made;
}

import { say } from '../../../core/base/message.ts';
import { kindOfTransform, type Transform, transformSchema } from '../../../core/data/transforms/transforms.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { plainNumber } from '../../ui/plain-number.ts';
import { messages } from './messages.ts';
import { editableScales, scaleOfKind } from './scale-kinds.ts';
import { aboutScale, fieldWords, scaleWords } from './scale-words.ts';

export interface ScaleEditorProps {
  /** As the axis shows it now. */
  readonly transform: Transform;
  /** Shows the axis so, without changing the session. */
  readonly onTry: (transform: Transform) => void;
  /** The group that it is for; undefined: for all samples. */
  readonly group?: string | undefined;
  /** Sets it; `null` lets each file choose again. */
  readonly onApply: (transform: Transform | null) => void;
  /** Whether the scale is fixed by the protocol. */
  readonly isFixed: boolean;
}

/** The scale of an axis: its kind and parameters as the standard names them, tried at once and set when it is meant. */
export function ScaleEditor({ transform, onTry, onApply, isFixed, group }: ScaleEditorProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const numbers = Object.entries(transform).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  const isKnown = editableScales.some((kind) => kind === transform.kind);
  const kinds: readonly Transform['kind'][] = isKnown ? editableScales : [...editableScales, transform.kind];
  const about = aboutScale[transform.kind];
  const wordOf = (name: string): string => {
    const word = fieldWords[transform.kind]?.[name];
    return word === undefined ? name : say(scaleWords[word], {}, language);
  };
  const changed = (name: string, text: string) => transformSchema.safeParse({ ...transform, [name]: parseNumber(text) });
  return (
    <div className="scale-editor" data-testid="scale-editor">
      <Choice
        label={t('scale')}
        value={transform.kind}
        options={kinds.map((kind) => ({ id: kind, label: say(kindOfTransform({ kind }).words, {}, language), testId: `scale-${kind}` }))}
        onChange={(kind) => onTry(scaleOfKind(kind, transform))}
      />
      <div className="scale-numbers">
        {numbers.map(([name, value]) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the input names itself
          <label key={`${transform.kind} ${name}`} className="scale-number">
            <span className="quiet">{wordOf(name)}</span>
            <DraftInput
              value={plainNumber(value)}
              onCommit={(text) => {
                const parsed = changed(name, text);
                if (parsed.success) onTry(parsed.data);
              }}
              problemOf={(text) => (changed(name, text).success ? undefined : t('scaleInvalid'))}
              label={wordOf(name)}
              numeric
              testId={`scale-${name}`}
            />
          </label>
        ))}
      </div>
      {about && <p className="quiet scale-note">{say(scaleWords[about], {}, language)}</p>}
      <div className="scale-actions">
        <Button onClick={() => onApply(null)} disabled={!isFixed} testId="scale-automatic">
          {t('scaleAutomatic')}
        </Button>
        <Button kind="primary" onClick={() => onApply(transform)} testId="scale-apply">
          {group === undefined ? t('scaleApply') : t('scaleApplyGroup', { group })}
        </Button>
      </div>
    </div>
  );
}

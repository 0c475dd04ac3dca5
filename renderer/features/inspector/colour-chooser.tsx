import { okabeIto } from '../../../core/show/plot/colour.ts';
import { useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { messages } from './messages.ts';

export interface ColourChooserProps {
  readonly colour: string | undefined;
  /** Without one it is shown by its role, else without colour. */
  readonly onColour: (colour: string | undefined) => void;
}

const palette = Object.entries(okabeIto) as readonly (readonly [keyof typeof okabeIto, string])[];

/** The colour of a gate's line and of its population's mark: colours that are told apart also by colour-blind eyes, or any other. */
export function ColourChooser({ colour, onColour }: ColourChooserProps) {
  const t = useMessages(messages);
  return (
    <fieldset className="colours" aria-label={t('colour')}>
      <span className="quiet">{t('colour')}</span>
      {palette.map(([name, value]) => (
        <button
          key={name}
          type="button"
          className={classes('colour', value === colour && 'is-on')}
          style={{ background: value }}
          aria-pressed={value === colour}
          aria-label={t(`colourNamed.${name}`)}
          title={t(`colourNamed.${name}`)}
          onClick={() => onColour(value === colour ? undefined : value)}
          data-testid={`colour-${name}`}
        />
      ))}
      <input
        type="color"
        className="colour"
        value={colour ?? '#000000'}
        aria-label={t('otherColour')}
        title={t('otherColour')}
        onChange={(event) => onColour(event.target.value)}
        data-testid="colour-other"
      />
    </fieldset>
  );
}

import { useMemo, useRef } from 'react';
import type { MethodPanel } from '../../../core/biology/lots/method-panels.ts';
import type { RampName } from '../../../core/show/plot/colour.ts';
import { type DrawnPanel, drawMethodPanels } from '../../../core/show/plot/draw-method-panels.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import type { FigurePicture, SampleKey } from '../../store/state.ts';
import { DrawingSvg } from '../../ui/charts/drawing-svg.tsx';
import { plotThemes, type ThemeName } from '../../ui/theme.ts';
import { useWidth } from '../../ui/use-width.ts';
import { FigureFrame } from './figure-frame.tsx';
import { messages } from './messages.ts';

/** Panels of about this width: fewer stand in a row where the window is narrow. */
const panelWidth = 130;
const widest = 690;
const accents: { readonly [T in ThemeName]: string } = { light: '#4a4ac4', dark: '#a9adf8', contrast: '#ffd84d' };

export interface SideBySideProps {
  readonly panels: readonly MethodPanel[];
  readonly figures: ReadonlyMap<SampleKey, FigurePicture>;
  /** The method whose picture is framed. */
  readonly chosen: string | undefined;
  readonly theme: ThemeName;
  readonly ramp: RampName;
  readonly onSave: (svg: string) => void;
}

/** The classic figure: every method's CD3 x CD56 side by side, as events of samples at hand, and this sample among them. */
export function SideBySide({ panels, figures, chosen, theme, ramp, onSave }: SideBySideProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const room = useRef<HTMLDivElement>(null);
  const width = Math.min(widest, useWidth(room));
  const { drawing, height } = useMemo(() => {
    if (width === 0) return { drawing: [], height: 0 };
    const drawn = panels.map(({ method, name, basis, lot, percents }): DrawnPanel => {
      const figure = lot && figures.get(lot.id);
      return {
        title: name?.[language] ?? t('thisSample'),
        note: basis === 'sample' ? (lot?.name ?? '') : t(`panel.${basis}`, { name: lot?.name ?? '' }),
        percents,
        picture: figure?.picture,
        pending: basis !== 'expected' && figure === undefined,
        framed: method === undefined || method === chosen,
      };
    });
    return drawMethodPanels(drawn, {
      width,
      across: Math.max(2, Math.floor(width / panelWidth)),
      size: 12,
      theme: plotThemes[theme],
      ramp,
      accent: accents[theme],
    });
  }, [panels, figures, chosen, theme, ramp, language, t, width]);
  return (
    <div ref={room}>
      <FigureFrame
        title={t('sideBySide')}
        note={t('sideBySideNote')}
        width={width}
        height={height}
        onSave={onSave}
        testId="side-by-side"
        data={{ events: panels.filter(({ lot }) => lot && figures.get(lot.id)?.picture !== undefined).length }}
      >
        <DrawingSvg drawing={drawing} />
      </FigureFrame>
    </div>
  );
}

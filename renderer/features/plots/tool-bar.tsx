import './tool-bar.css';
import { useRef } from 'react';
import { isOfOneChannel } from '../../../core/study/arrangement/plot.ts';
import { CommandIcon } from '../../commands/command-button.tsx';
import { CommandChoice } from '../../commands/command-choice.tsx';
import { useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { activePlot } from '../../store/arrangement.ts';
import { toolsFor } from '../../store/tools.ts';
import { useRoving } from '../../ui/use-roving.ts';
import { messages } from './messages.ts';

const plotKinds = ['plot.density', 'plot.dot', 'plot.contour', 'plot.zebra', 'plot.histogram', 'plot.cdf'] as const;

/** The tools: what a press in a plot does, undo and redo, how the events are drawn. */
export function ToolBar() {
  const t = useMessages(messages);
  const bar = useRef<HTMLDivElement>(null);
  const onKeyDown = useRoving(bar);
  const isOfOne = useWindow((state) => isOfOneChannel(activePlot(state)?.kind ?? 'density'));
  const tools = toolsFor(isOfOne).map((name) => `tool.${name}` as const);
  return (
    <div ref={bar} className="tool-bar" role="toolbar" aria-label={t('tools')} onKeyDown={onKeyDown}>
      <CommandChoice compact label={t('tools')} commands={tools} testId="tool" />
      <span className="tool-line" />
      <CommandIcon command="edit.undo" testId="undo" />
      <CommandIcon command="edit.redo" testId="redo" />
      <span className="tool-line" />
      <CommandChoice compact label={t('plotKind')} commands={plotKinds} testId="plot" />
    </div>
  );
}

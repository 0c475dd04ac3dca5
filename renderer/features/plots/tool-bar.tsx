import './tool-bar.css';
import { CommandIcon } from '../../commands/command-button.tsx';
import { CommandChoice } from '../../commands/command-choice.tsx';
import { useMessages } from '../../messages/language.ts';
import { toolNames } from '../../store/tools.ts';
import { messages } from './messages.ts';

const tools = toolNames.map((name) => `tool.${name}` as const);
const plotKinds = ['plot.density', 'plot.histogram'] as const;

/** The tools: what a press in a plot does, undo and redo, how the events are drawn. */
export function ToolBar() {
  const t = useMessages(messages);
  return (
    <div className="tool-bar" role="toolbar" aria-label={t('tools')}>
      <CommandChoice compact label={t('tools')} commands={tools} testId="tool" />
      <span className="tool-line" />
      <CommandIcon command="edit.undo" testId="undo" />
      <CommandIcon command="edit.redo" testId="redo" />
      <span className="tool-line" />
      <CommandChoice compact label={t('plotKind')} commands={plotKinds} testId="plot" />
    </div>
  );
}

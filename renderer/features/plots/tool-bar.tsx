import { type PlotKind, type ToolName, toolNames } from '../../store/tools.ts';
import './tool-bar.css';
import { useMessages } from '../../messages/language.ts';
import { Choice } from '../../ui/choice.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { IconName } from '../../ui/icons.ts';
import { keyName } from '../../ui/key-names.ts';
import type { MessageKey } from './messages.ts';
import { messages } from './messages.ts';

const tools: { readonly [T in ToolName]: { readonly word: MessageKey; readonly icon: IconName; readonly key: string } } = {
  select: { word: 'toolSelect', icon: 'select', key: 'V' },
  rectangle: { word: 'toolRectangle', icon: 'rectangle', key: 'R' },
  ellipse: { word: 'toolEllipse', icon: 'ellipse', key: 'E' },
  polygon: { word: 'toolPolygon', icon: 'polygon', key: 'P' },
  quadrant: { word: 'toolQuadrant', icon: 'quadrant', key: 'Q' },
  curly: { word: 'toolCurly', icon: 'curly', key: 'C' },
  range: { word: 'toolRange', icon: 'range', key: 'N' },
};

/** The letter that takes up a tool. */
export const toolKey = (tool: ToolName): string => tools[tool].key;

export interface ToolBarProps {
  readonly tool: ToolName;
  readonly onTool: (tool: ToolName) => void;
  readonly plotKind: PlotKind;
  readonly onPlotKind: (kind: PlotKind) => void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  /** Keys are written as the system writes them. */
  readonly mac?: boolean;
}

/** The hands: what a press in a plot does, undo and redo, how the events are drawn. */
export function ToolBar({ tool, onTool, plotKind, onPlotKind, canUndo, canRedo, onUndo, onRedo, mac = false }: ToolBarProps) {
  const t = useMessages(messages);
  return (
    <div className="tool-bar" role="toolbar" aria-label={t('tools')}>
      <Choice
        compact
        label={t('tools')}
        value={tool}
        options={toolNames.map((name) => ({
          id: name,
          label: t(tools[name].word),
          icon: tools[name].icon,
          shortcut: tools[name].key,
          testId: `tool-${name}`,
        }))}
        onChange={onTool}
      />
      <span className="tool-line" />
      <IconButton icon="undo" label={t('undo')} shortcut={keyName('mod+z', mac)} onClick={onUndo} disabled={!canUndo} testId="undo" />
      <IconButton icon="redo" label={t('redo')} shortcut={keyName('mod+shift+z', mac)} onClick={onRedo} disabled={!canRedo} testId="redo" />
      <span className="tool-line" />
      <Choice
        compact
        label={t('plotKind')}
        value={plotKind}
        options={[
          { id: 'density', label: t('density'), icon: 'density', testId: 'plot-density' },
          { id: 'histogram', label: t('histogram'), icon: 'histogram', testId: 'plot-histogram' },
        ]}
        onChange={onPlotKind}
      />
    </div>
  );
}

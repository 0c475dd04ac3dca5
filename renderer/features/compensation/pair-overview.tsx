import { type KeyboardEvent, type MouseEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatCount } from '../../../core/show/plot/number-format.ts';
import { attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import type { DrawnPairs } from '../../engine/pair-jobs.ts';
import { useMessages } from '../../messages/language.ts';
import { makersOf } from '../../store/document.ts';
import { selectedResult } from '../../store/selectors.ts';
import { plotThemes } from '../../ui/theme.ts';
import type { Cell } from './matrix-grid.tsx';
import { messages } from './messages.ts';

interface PairOverviewProps {
  readonly channels: readonly string[];
  readonly population: string;
  readonly cell: Cell;
  readonly onCell: (cell: Cell) => void;
}

/** Room for all cells, and the smallest and largest of them, px. */
const ROOM = 640;
const LEAST = 36;
const MOST = 96;
const sizeFor = (count: number): number => Math.max(LEAST, Math.min(MOST, Math.floor(ROOM / count)));

/** Every pair of channels of a population at once; a press, or the arrow keys, choose one. */
export function PairOverview({ channels, population, cell: [row, column], onCell }: PairOverviewProps) {
  const t = useMessages(messages);
  const size = sizeFor(channels.length);
  const drawn = usePairs(channels, population, size);
  const canvas = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    if (canvas.current === null || drawn === undefined) return;
    canvas.current.width = drawn.side;
    canvas.current.height = drawn.side;
    const image = new ImageData(drawn.side, drawn.side);
    image.data.set(drawn.pixels);
    canvas.current.getContext('2d')?.putImageData(image, 0, 0);
  }, [drawn]);
  const choose = (to: Cell) => {
    if (to[0] !== to[1] && to.every((place) => place >= 0 && place < channels.length)) onCell(to);
  };
  const onClick = (event: MouseEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    choose([Math.floor((event.clientY - box.top) / size), Math.floor((event.clientX - box.left) / size)]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    // over the diagonal
    const isSame = row + step[0] === column + step[1];
    choose([row + step[0] * (isSame ? 2 : 1), column + step[1] * (isSame ? 2 : 1)]);
  };
  return (
    <>
      <div className="pairs" data-testid="pairs" data-ready={drawn !== undefined}>
        <div className="pairs-grid" style={{ gridTemplateColumns: `72px ${channels.length * size}px` }}>
          <span className="pairs-corner" title={t('pairsAxes')} />
          <div className="pairs-top">
            {channels.map((name) => (
              <span key={name} style={{ width: size }} title={name}>
                {name}
              </span>
            ))}
          </div>
          <div className="pairs-left">
            {channels.map((name) => (
              <span key={name} style={{ height: size, lineHeight: `${size}px` }} title={name}>
                {name}
              </span>
            ))}
          </div>
          <button
            type="button"
            className="pairs-pictures"
            style={{ width: channels.length * size, height: channels.length * size }}
            aria-label={t('pairsChosen', { x: channels[row] ?? '', y: channels[column] ?? '' })}
            onClick={onClick}
            onKeyDown={onKeyDown}
            data-testid="pairs-pictures"
          >
            <canvas ref={canvas} />
            <span className="pairs-mark" style={{ top: row * size, left: column * size, width: size, height: size }} />
          </button>
        </div>
      </div>
      {drawn && <p className="quiet small">{t('pairsHint', { looked: formatCount(drawn.looked), count: formatCount(drawn.count) })}</p>}
    </>
  );
}

const steps: { readonly [key: string]: Cell } = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function usePairs(channels: readonly string[], population: string, size: number): DrawnPairs | undefined {
  const app = useApp();
  const key = useWindow(({ view }) => view.selected);
  const protocol = useWindow((state) => {
    const result = selectedResult(state);
    return result && makersOf(state, result)?.protocol;
  });
  const { ramp, theme, scaling } = useWindow(({ view }) => ({ ramp: view.ramp, theme: view.theme, scaling: view.scaling }));
  const [drawn, setDrawn] = useState<DrawnPairs>();
  useEffect(() => {
    let isOpen = true;
    if (key !== undefined && protocol !== undefined)
      void attempt(app, () => app.engine.pairs(key, population, channels, size, { ramp, scaling, theme: plotThemes[theme] })).then(
        (found) => {
          if (isOpen) setDrawn(found);
        },
      );
    return () => {
      isOpen = false;
    };
  }, [app, key, population, protocol, channels, size, ramp, scaling, theme]);
  return drawn;
}

import type { ExplainAnswer, ExplainItem as Item } from '@throughline/api-client';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { ExplainItem } from './explain-item.js';

interface ExplainItemsProps {
  readonly answer: Pick<ExplainAnswer, 'metric' | 'timezone'>;
  readonly items: readonly Item[];
  /** There are more that are not here yet. */
  readonly more: boolean;
  /** Called when the last that is here comes into sight and there are more. */
  readonly onEnd: () => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

/** Pixels; each is measured when it is drawn. */
const HEIGHT = 62;
const OVERSCAN = 8;

/** The items of a number, of which only those in sight are drawn: a row may have very many. */
export function ExplainItems({ answer, items, more, onEnd, scroller }: ExplainItemsProps) {
  const list = useRef<HTMLOListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    setTop(list.current?.offsetTop ?? 0);
  }, [answer]);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: top,
  });
  const shown = virtualizer.getVirtualItems();
  const [first, last] = [shown[0], shown.at(-1)];
  const atEnd = (last?.index ?? -1) === items.length - 1;
  useEffect(() => {
    if (atEnd && more) onEnd();
  }, [atEnd, more, onEnd]);
  const before = first === undefined ? 0 : first.start - top;
  return (
    <ol ref={list} style={{ height: virtualizer.getTotalSize(), paddingTop: before }}>
      {shown.map(({ index }) => {
        const item = items[index];
        return (
          item && (
            <li
              key={index}
              ref={virtualizer.measureElement}
              data-index={index}
              aria-posinset={index + 1}
              aria-setsize={more ? -1 : items.length}
            >
              <ExplainItem item={item} answer={answer} />
            </li>
          )
        );
      })}
    </ol>
  );
}

import { type RefObject, useLayoutEffect, useState } from 'react';

/** How far below the beginning of the page something is, in pixels, also when what is above it grows. */
export function useTopOnPage(part: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      setTop((part.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => {
      observer.disconnect();
    };
  }, [part]);
  return top;
}

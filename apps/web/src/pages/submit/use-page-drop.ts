import { useEffect, useState } from 'react';
import { type Chosen, dropped } from './check-file';

const carriesFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;

/**
 * Files can be dropped anywhere on the page: next to a small target, the browser would leave the page to open the file.
 * @returns whether files are being dragged over the page
 */
export function usePageDrop(take: (chosen: Chosen[]) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    // `dragleave` also fires between two elements; `relatedTarget` is null only when the pointer leaves the window.
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take(dropped(event.dataTransfer));
    };
    const listeners = { dragenter: over, dragover: over, dragleave: leave, drop } as const;
    const entries = Object.entries(listeners) as [string, EventListener][];
    for (const [name, listener] of entries) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener);
    };
  }, [take]);
  return isOver;
}

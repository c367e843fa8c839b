import { useEffect, useRef } from 'react';

/** A scanner types faster than people: a longer pause begins another code. */
const PAUSE_MS = 300;
const SHORTEST = 4;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Listens to a scanner, which types the code of a card and Enter, wherever the focus is, except in a text field. */
export function useScanner(onCode: (code: string) => void): void {
  const report = useRef(onCode);
  report.current = onCode;
  useEffect(() => {
    let typed = '';
    let last = 0;
    const listen = (event: KeyboardEvent) => {
      if (isField(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.timeStamp - last > PAUSE_MS) typed = '';
      last = event.timeStamp;
      if (event.key === 'Enter' && typed.trim().length >= SHORTEST) {
        // The Enter of the scanner presses no button that has the focus.
        event.preventDefault();
        event.stopPropagation();
        report.current(typed.trim());
        typed = '';
      } else if (event.key.length === 1) typed += event.key;
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}

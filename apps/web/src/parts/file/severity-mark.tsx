import './file.css';
import type { ReactNode } from 'react';

/** A shape next to the word: a cross, a cut, an exclamation mark, a tick, a clock. */
const SHAPES = {
  refuse: { path: 'M5 5l10 10M15 5l-10 10', colour: 'red' },
  strip: { path: 'M4 10h3M9 10h2M13 10h3', colour: 'orange' },
  warn: { path: 'M10 4v7.5M10 15.5v.5', colour: 'blue' },
  ready: { path: 'M3.5 10.5l4.5 4.5l8.5-10', colour: 'panda' },
  later: { path: 'M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6v4l3 2', colour: 'blue' },
} as const;

export function SeverityMark({ severity, children }: { severity: keyof typeof SHAPES; children: ReactNode }) {
  const { path, colour } = SHAPES[severity];
  return (
    <span className="state-mark">
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" className={`state-${colour}`}>
        <path d={path} fill="none" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
      </svg>
      {children}
    </span>
  );
}

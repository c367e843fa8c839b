/** As many as fill the box without hiding it. */
const PIECES = 14;

/** Confetti, once: a moment of joy for the eyes only. It does not move for those who asked for no motion. */
export const Joy = () => (
  <span className="joy" aria-hidden>
    {Array.from({ length: PIECES }, (_, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change
      <i key={at} style={{ left: `${(at * 100) / PIECES}%`, animationDelay: `${(at % 5) * 90}ms` }} />
    ))}
  </span>
);

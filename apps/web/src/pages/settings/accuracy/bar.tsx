interface Props {
  readonly name: string;
  /** Between 0 and 1. */
  readonly share: number;
  readonly words: string;
}

/** One row of a small chart: what it is, a bar, and its figure in words. */
export const Bar = ({ name, share, words }: Props) => (
  <li className="accuracy-bar">
    <span>{name}</span>
    <span className="accuracy-track" aria-hidden="true">
      <span className="accuracy-fill" style={{ width: `${Math.round(100 * share)}%` }} />
    </span>
    <span className="accuracy-value">{words}</span>
  </li>
);

import './file.css';
import type { Figure } from './figures';

/** Figures next to their names, as many in a row as fit. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="facts">
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

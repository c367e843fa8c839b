import { useId } from 'react';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly value: number;
  readonly shown: string;
}

interface Props {
  readonly title: string;
  readonly head: string;
  readonly rows: readonly Row[];
  /** What stands in the section when it has no row. */
  readonly none?: string;
  readonly level?: 2 | 3;
}

/** Names with a bar and a number each. */
export function BarTable({ title, head, rows, none, level = 2 }: Props) {
  const id = useId();
  const most = Math.max(1, ...rows.map(({ value }) => value));
  const Heading = `h${level}` as const;
  return (
    <section className="activity-card" aria-labelledby={id}>
      <Heading id={id}>{title}</Heading>
      {rows.length === 0 && none ? (
        <p>{none}</p>
      ) : (
        <table className="activity-table" aria-labelledby={id}>
          <thead className="activity-spoken">
            <tr>
              <th scope="col">
                <span className="sr-only">{title}</span>
              </th>
              <td aria-hidden="true" />
              <th scope="col">
                <span className="sr-only">{head}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, value, shown }) => (
              <tr key={key}>
                <th scope="row" className="typed">
                  {label}
                </th>
                <td aria-hidden="true" className="activity-bar">
                  <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">
                    <rect height="10" width={(Math.max(0, value) / most) * 100} />
                  </svg>
                </td>
                <td data-figure>{shown}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

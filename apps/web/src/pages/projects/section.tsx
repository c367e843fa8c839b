import { type ReactNode, useId } from 'react';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A part of a project's page. */
export function Section({ title, children, actions }: Props) {
  const id = useId();
  return (
    <section className="project-card" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
      {actions && <div className="row">{actions}</div>}
    </section>
  );
}

export interface PartProps<Whole> {
  readonly project: Whole;
  readonly mayChange: boolean;
}

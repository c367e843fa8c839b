import type { ReactNode } from 'react';

interface Props {
  /** Unique on the page: it names the section. */
  readonly id: string;
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a prestation's page, with its heading. */
export const Section = ({ id, title, actions, children }: Props) => (
  <section className="part" aria-labelledby={id}>
    <div className="part-head">
      <h2 id={id}>{title}</h2>
      {actions}
    </div>
    {children}
  </section>
);

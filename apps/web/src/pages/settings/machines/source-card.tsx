import { type ReactNode, useId } from 'react';
import { PageIcon, type PageIconName } from '../../../design/page-icon';

interface Props {
  readonly level: 2 | 3;
  readonly icon: PageIconName;
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

/** One kind of place where a machine can be. */
export function SourceCard({ level, icon, title, about, children }: Props) {
  const id = useId();
  const Heading = `h${level}` as const;
  return (
    <section className="machine-card machine-source" aria-labelledby={id}>
      <Heading id={id} className="machine-source-title">
        <PageIcon name={icon} />
        {title}
      </Heading>
      <p className="quiet">{about}</p>
      {children}
    </section>
  );
}

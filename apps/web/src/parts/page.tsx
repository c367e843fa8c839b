import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../design/icon';

interface Props {
  readonly title: string;
  /** The pages above this one, from the top: the last one is where “back” leads. */
  readonly trail?: readonly { readonly to: string; readonly label: string }[];
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page's place, title, main actions, and content. */
export function Page({ title, trail, actions, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} – PandaFab`;
  }, [title]);
  return (
    <div className="page">
      <div className="page-head">
        {trail && (
          <nav className="trail-nav" aria-label={t('nav.trail')}>
            <ol className="trail">
              {trail.map(({ to, label }, at) => (
                <li key={to}>
                  {at > 0 && <Icon name="chevron-right" />}
                  <Link to={to}>{label}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <h1>{title}</h1>
        {actions}
      </div>
      {children}
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import type { Me } from '../api/queries';
import { Icon } from '../design/icon';
import { GROUP_ICONS, GROUPS, groupOf, isInside, type NavPage, offeredTo } from './pages';

/** More pages than this do not fit into a phone's bar: it then shows their groups. */
const MOST_IN_BAR = 5;

function useHere() {
  const { pathname } = useLocation();
  return {
    pathname,
    group: groupOf(pathname),
    /** `aria-current` is for the page itself; a page below it only looks chosen. */
    marks: (page: NavPage) => ({
      'aria-current': pathname === page.path ? ('page' as const) : undefined,
      'data-inside': isInside(pathname, page) || undefined,
    }),
  };
}

/** Beside the page, where the screen is wide: the pages under what people do with them. */
export function SideNavigation({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { marks } = useHere();
  const pages = offeredTo(me);
  return (
    <nav className="nav" aria-label={t('nav.label')}>
      {GROUPS.map((group) => ({ group, own: pages.filter((page) => page.group === group) }))
        .filter(({ own }) => own.length > 0)
        .map(({ group, own }) => (
          <section key={group} aria-labelledby={`nav-${group}`}>
            <p className="nav-group" id={`nav-${group}`}>
              {t(`nav.groups.${group}`)}
            </p>
            <ul>
              {own.map((page) => (
                <li key={page.path}>
                  <Link to={page.path} className="nav-link" {...marks(page)}>
                    <Icon name={page.icon} />
                    {t(`nav.${page.nav}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}

/** Under the thumb, on a phone: the pages, or their groups where there are many. */
export function BottomBar({ me }: { me: Me }) {
  const { t } = useTranslation();
  const here = useHere();
  const pages = offeredTo(me);
  if (pages.length <= MOST_IN_BAR)
    return (
      <nav className="bottom-bar" aria-label={t('nav.label')}>
        {pages.map((page) => (
          <Link key={page.path} to={page.path} {...here.marks(page)}>
            <Icon name={page.icon} />
            {t(`nav.${page.nav}`)}
          </Link>
        ))}
      </nav>
    );
  const firsts = GROUPS.flatMap((group) => pages.find((page) => page.group === group) ?? []);
  return (
    <nav className="bottom-bar" aria-label={t('nav.label')}>
      {firsts.map(({ group, path }) => (
        <Link key={group} to={path} data-inside={here.group === group || undefined}>
          <Icon name={GROUP_ICONS[group]} />
          {t(`nav.groups.${group}`)}
        </Link>
      ))}
    </nav>
  );
}

/** On a phone, above the page: the other pages of its group. */
export function GroupTabs({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { pathname, group, marks } = useHere();
  const bar = useRef<HTMLElement>(null);
  // More pages than fit: the one that is shown is in the middle. Moved sideways only, not as `scrollIntoView` does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs at each change of page
  useEffect(() => {
    const here = bar.current?.querySelector<HTMLElement>('[aria-current], [data-inside]');
    if (bar.current && here)
      bar.current.scrollLeft = here.offsetLeft + here.offsetWidth / 2 - bar.current.clientWidth / 2;
  }, [pathname]);
  const pages = offeredTo(me);
  const own = pages.filter((page) => page.group === group);
  if (pages.length <= MOST_IN_BAR || own.length < 2) return null;
  return (
    <nav ref={bar} className="group-tabs" aria-label={t(`nav.groups.${own[0]?.group}`)}>
      <ul>
        {own.map((page) => (
          <li key={page.path}>
            <Link to={page.path} {...marks(page)}>
              {t(`nav.${page.nav}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

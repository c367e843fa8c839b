import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { Mark } from '../design/mark';
import { Loading } from '../parts/loading';
import { PageBoundary } from '../parts/page-boundary';
import { Bell } from './bell';
import { LabSwitcher } from './lab-switcher';
import { later } from './later';
import { BottomBar, GroupTabs, SideNavigation } from './navigation';
import { SearchButton } from './palette/search-button';
import { useMe } from './use-me';
import { useLanguageOf } from './use-own-language';
import './frame.css';

/** Loaded after the page itself: signing out is never the first thing that a person does. */
const PersonMenu = later(() => import('./person-menu'));
const Toasts = later(() => import('../parts/toasts/toasts'));

/** The frame of every page: the navigation, the chosen lab, and the person who is signed in. */
export function Frame() {
  const { t } = useTranslation();
  const me = useMe();
  useLanguageOf(me);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs at each change of page
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <div className="frame">
      <header className="topbar">
        <a href="#content" className="skip">
          {t('nav.skip')}
        </a>
        <Link to="/" className="brand">
          <Mark />
          <span className="brand-name">{t('name')}</span>
          <span className="sr-only"> – {t('nav.wall')}</span>
        </Link>
        <LabSwitcher />
        <div className="topbar-end">
          <SearchButton me={me} />
          <Bell />
          <Suspense>
            <PersonMenu me={me} />
          </Suspense>
        </div>
      </header>
      <SideNavigation me={me} />
      <main id="content" ref={main} tabIndex={-1} className="main">
        <GroupTabs me={me} />
        <PageBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </PageBoundary>
      </main>
      <BottomBar me={me} />
      <Suspense>
        <Toasts />
      </Suspense>
    </div>
  );
}

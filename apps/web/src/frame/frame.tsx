import { Anchor, AppShell, Burger, Group, NavLink as Item, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet, useLocation } from 'react-router';
import { Loading } from '../parts/loading';
import { PageBoundary } from '../parts/page-boundary';
import { LabSwitcher } from './lab-switcher';
import { PAGES } from './pages';
import { holds } from './rights';
import { useMe } from './use-me';
import { useLanguageOf } from './use-own-language';

/** Loaded after the page itself: nobody signs out first. */
const PersonMenu = lazy(() => import('./person-menu'));

/** What stands around every page: where one may go, which lab it is about, and whoever is signed in. */
export function Frame() {
  const { t } = useTranslation();
  const me = useMe();
  useLanguageOf(me);
  const { pathname } = useLocation();
  const [isOpen, { toggle, close }] = useDisclosure();
  const main = useRef<HTMLElement>(null);
  const offered = PAGES.filter(({ nav, roles }) => nav && (!roles || holds(me, ...roles)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page has begun, whatever it is
  useEffect(() => {
    close();
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <AppShell
      header={{ height: 56 }}
      navbar={{ width: 230, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
      padding="md"
    >
      <AppShell.Header>
        <Anchor href="#content" className="skip" onClick={() => main.current?.focus()}>
          {t('nav.skip')}
        </Anchor>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger
            opened={isOpen}
            onClick={toggle}
            hiddenFrom="sm"
            size="sm"
            aria-label={t('nav.open')}
            aria-expanded={isOpen}
          />
          <Text fw={700} size="lg" visibleFrom="xs">
            {t('name')}
          </Text>
          <LabSwitcher />
          <Suspense>
            <PersonMenu me={me} />
          </Suspense>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar p="xs" aria-label={t('nav.label')} className="nav" data-open={isOpen || undefined}>
        {offered.map(({ path, nav }) => (
          <Item
            key={path}
            component={NavLink}
            to={path}
            end={path === '/' || path === '/jobs'}
            label={t(`nav.${nav}`)}
            active={pathname === path}
          />
        ))}
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={main} tabIndex={-1}>
        <PageBoundary key={pathname}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </PageBoundary>
      </AppShell.Main>
    </AppShell>
  );
}

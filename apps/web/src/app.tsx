import { useTranslation } from 'react-i18next';
import { BrowserRouter, Link, Route, Routes } from 'react-router';
import { Frame } from './frame/frame';
import { PAGES, type PageEntry } from './frame/pages';
import { holds } from './frame/rights';
import { useMe } from './frame/use-me';
import { Page } from './parts/page';

/** Hiding pages by role is only a convenience: the server checks the rights. */
function Guarded({ entry: { roles, page: PageOfRole } }: { entry: PageEntry }) {
  const me = useMe();
  return !roles || holds(me, ...roles) ? <PageOfRole /> : <Nowhere reason="notYours" />;
}

function Nowhere({ reason = 'notFound' }: { reason?: 'notFound' | 'notYours' }) {
  const { t } = useTranslation();
  return (
    <Page title={t(`problem.${reason}`)}>
      <p>{t('problem.notFoundCure')}</p>
      <Link to="/">{t('problem.home')}</Link>
    </Page>
  );
}

export const App = () => (
  <BrowserRouter>
    <Routes>
      <Route element={<Frame />}>
        {PAGES.map((entry) => (
          <Route
            key={entry.path}
            path={entry.isTree ? `${entry.path}/*` : entry.path}
            element={<Guarded entry={entry} />}
          />
        ))}
        <Route path="*" element={<Nowhere />} />
      </Route>
    </Routes>
  </BrowserRouter>
);

import './styles';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import i18next from 'i18next';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem';
import { isTouched } from './api/touched';
import { App } from './app';
import { LabChoiceProvider } from './frame/lab-choice';
import { later } from './frame/later';
import './i18n/i18n';
import { Loading } from './parts/loading';
import { PageBoundary } from './parts/page-boundary';
import { theme } from './theme';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A refused request would be refused again; a request that did not reach the server is retried.
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.code === 'NETWORK',
      staleTime: 5_000,
      // The browser may report that it is offline although a server in the same building is reachable.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
// The server's sentences are in the reader's language: answers that contain any are fetched again in the new one.
i18next.on('languageChanged', () => {
  void queries.invalidateQueries({ predicate: ({ queryKey }) => !isTouched(queryKey, '/api/v1/me') });
});
/** The page of a tablet at a lab's door: without an account, it has neither labs nor a navigation. */
const Kiosk = later(() => import('./pages/kiosk/kiosk-page'));
const isKiosk = window.location.pathname === '/kiosk';
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      defaultColorScheme="auto"
      colorSchemeManager={localStorageColorSchemeManager({ key: 'pandafab-scheme' })}
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queries}>
        <PageBoundary>
          <Suspense fallback={<Loading />}>
            {isKiosk ? (
              <Kiosk />
            ) : (
              <LabChoiceProvider>
                <App />
              </LabChoiceProvider>
            )}
          </Suspense>
        </PageBoundary>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

import './styles';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api/problem';
import { App } from './app';
import { LabChoiceProvider } from './frame/lab-choice';
import './i18n/i18n';
import { Loading } from './parts/loading';
import { PageBoundary } from './parts/page-boundary';
import { theme } from './theme';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the server refused, it refuses again; what did not reach it is worth another try.
      retry: (failures, error) => failures < 2 && error instanceof Problem && error.code === 'NETWORK',
      staleTime: 5_000,
      // Whether the browser thinks that there is a network says nothing of a server in the same building.
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
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
            <LabChoiceProvider>
              <App />
            </LabChoiceProvider>
          </Suspense>
        </PageBoundary>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);

import './slicers.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '../../api/get';
import { Problem } from '../../api/problem';
import { addWords } from '../../i18n/add-words';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { Answered } from './answered';
import { RequestForm } from './request-form';
import { BUTTONS } from './use-slicer-name';
import { en, fr } from './words';

addWords('slicers', { fr, en });

/** A request lives for ten minutes; the page shows when it is over. */
const LOOK_MS = 20_000;

const isGone = (error: unknown): boolean =>
  error instanceof Problem && error.code === 'SLICER.REQUEST_UNKNOWN';

/** A slicer asks for a token by itself, as Cura does after “Request…”: the person allows or refuses it. */
export default function RequestPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [answer, setAnswer] = useState<'allowed' | 'denied'>();
  const request = useQuery({
    ...get('/api/v1/slicer-requests/{id}', { path: { id } }),
    // An answered request is gone for the server.
    enabled: answer === undefined,
    refetchInterval: ({ state }) => (state.error ? false : LOOK_MS),
  });
  const trail = [{ to: '/slicers', label: t('nav.slicers') }];
  const { data, error } = request;
  const app = data?.app ?? '';
  if (answer && data)
    return (
      <Page title={t(`slicers.request.${answer}`, { app })} trail={trail}>
        <Answered isGood={answer === 'allowed'}>
          {t(`slicers.request.${answer}Help`, { app, code: data.code })}
        </Answered>
      </Page>
    );
  if (isGone(error))
    return (
      <Page title={t('slicers.request.gone')} trail={trail}>
        <Answered isGood={false}>{t('slicers.request.goneHelp', BUTTONS)}</Answered>
      </Page>
    );
  return (
    <Page title={data ? t('slicers.request.title', { app }) : t('slicers.title')} trail={trail}>
      {error && <ProblemAlert error={error} retry={() => void request.refetch()} />}
      {!data && !error && <Loading />}
      {data && <RequestForm request={data} onAnswered={setAnswer} onGone={() => void request.refetch()} />}
    </Page>
  );
}

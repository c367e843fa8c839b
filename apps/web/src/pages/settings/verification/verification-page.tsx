import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { ByCommand } from './by-command';
import { Result } from './result';
import { RunAgain } from './run-again';
import { en, fr } from './words';

addWords('verification', { fr, en });

/** While a verification runs, the page asks for its result this often. */
const LOOK_AGAIN_MS = 1000;

/** Whether all issued documents are as they were issued: the state of the hash chain, in words. */
export default function VerificationPage() {
  const { t } = useTranslation();
  const verification = useQuery({
    ...get('/api/v1/chain/verification'),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? LOOK_AGAIN_MS : false),
  });
  const { data } = verification;
  return (
    <SettingsFrame name="verification">
      <p className="settings-intro">{t('verification.intro')}</p>
      {verification.isPending && <Loading />}
      {verification.isError && (
        <ProblemAlert error={verification.error} retry={() => void verification.refetch()} />
      )}
      {data && (
        <SettingsSection title={t('verification.latest')}>
          <Result verification={data} />
          <RunAgain isRunning={data.state === 'running'} isFirst={data.state === 'never'} />
        </SettingsSection>
      )}
      <ByCommand />
    </SettingsFrame>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { NumberingForm } from './numbering-form';
import { en, fr } from './words';
import './numbering.css';

addWords('numbering', { fr, en });

/** How the numbers of documents begin. */
export default function NumberingPage() {
  const { t } = useTranslation();
  const numbering = useQuery({ ...get('/api/v1/settings/numbering'), staleTime: 0 });
  return (
    <SettingsFrame name="numbering">
      <p className="settings-intro">{t('numbering.intro')}</p>
      {numbering.isPending && <Loading />}
      {numbering.isError && <ProblemAlert error={numbering.error} retry={() => void numbering.refetch()} />}
      {numbering.data && <NumberingForm key={JSON.stringify(numbering.data)} numbering={numbering.data} />}
    </SettingsFrame>
  );
}

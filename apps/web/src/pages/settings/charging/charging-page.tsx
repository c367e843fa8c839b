import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { ACCOUNTANTS, holds, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useCategories } from '../../members/people';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { LabPolicy } from './lab-policy';
import { SettingsForm } from './settings-form';
import { en, fr } from './words';

addWords('charging', { fr, en });

/** How members pay, and what labs charge for stopped prints. */
export default function ChargingPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <SettingsFrame name="charging">
      {holds(me, ...ACCOUNTANTS) && (
        <SettingsSection title={t('charging.network')}>
          <OfNetwork />
        </SettingsSection>
      )}
      {holds(me, ...LAB_STAFF) && (
        <SettingsSection title={t('charging.labs')}>
          <LabPolicy />
        </SettingsSection>
      )}
    </SettingsFrame>
  );
}

function OfNetwork() {
  const settings = useQuery(get('/api/v1/account-settings'));
  const { all: categories } = useCategories();
  if (settings.isError) return <ProblemAlert error={settings.error} retry={() => void settings.refetch()} />;
  if (settings.isPending || categories.length === 0) return <Loading />;
  const used = categories.filter(({ code, retiredAt }) => retiredAt === null || settings.data.quotas[code]);
  return <SettingsForm key={JSON.stringify(settings.data)} settings={settings.data} categories={used} />;
}

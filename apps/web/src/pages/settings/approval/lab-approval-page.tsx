import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { get } from '../../../api/get';
import { labsQuery, materialsQuery } from '../../../api/queries';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { RulesForm } from './rules-form';

/** The approval rules of one lab. */
export function LabApprovalPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const labs = useQuery(labsQuery);
  const rules = useQuery(get('/api/v1/labs/{id}/approval-rules', { path: { id } }));
  const materials = useQuery(materialsQuery(id));
  const error = rules.error ?? materials.error;
  const lab = labs.data?.find((each) => each.id === id);
  return (
    <SettingsFrame name="approval" of={lab?.name ?? t('settings.pages.approval.title')}>
      <SettingsSection title={t('approval.title')}>
        <p>{t('approval.what')}</p>
        {error && (
          <ProblemAlert
            error={error}
            retry={() => void Promise.all([rules.refetch(), materials.refetch()])}
          />
        )}
        {(rules.isPending || materials.isPending) && <Loading />}
        {rules.data && materials.data && (
          <RulesForm
            key={JSON.stringify(rules.data)}
            labId={id}
            rules={rules.data}
            known={materials.data.items.map(({ material }) => material)}
          />
        )}
        <Link to="/queue?show=approval" className="row-link">
          {t('approval.queue')}
        </Link>
      </SettingsSection>
    </SettingsFrame>
  );
}

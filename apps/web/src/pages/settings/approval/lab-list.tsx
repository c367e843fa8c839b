import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { labsQuery } from '../../../api/queries';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';

/** The labs whose rules a person may set. */
export function LabList() {
  const { t } = useTranslation();
  const me = useMe();
  const labs = useQuery(labsQuery);
  const own = labs.data?.filter(({ id }) => holdsIn(me, id, ...LAB_STAFF));
  return (
    <SettingsFrame name="approval">
      <p className="settings-intro">{t('approval.intro')}</p>
      {labs.isPending && <Loading />}
      {labs.isError && <ProblemAlert error={labs.error} retry={() => void labs.refetch()} />}
      {own?.length === 0 && <Empty title={t('approval.noLab')} />}
      <ul className="settings-list">
        {own?.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/settings/approval/${id}`} className="settings-entry">
              <b>{name}</b>
            </Link>
          </li>
        ))}
      </ul>
    </SettingsFrame>
  );
}

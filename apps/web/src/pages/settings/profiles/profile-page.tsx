import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { ProfileFacts } from './profile-facts';

/** What the service knows of one firmware, and which machines use it. */
export function ProfilePage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const profiles = useQuery(get('/api/v1/profiles'));
  const profile = profiles.data?.items.find((each) => each.id === id);
  return (
    <SettingsFrame name="profiles" of={profile?.name ?? t('settings.pages.profiles.title')}>
      {profiles.isPending && <Loading />}
      {profiles.isError && <ProblemAlert error={profiles.error} retry={() => void profiles.refetch()} />}
      {profiles.data && !profile && (
        <Empty title={t('profiles.unknown')}>
          <p>{t('profiles.unknownCure')}</p>
        </Empty>
      )}
      {profile && (
        <>
          <Users profile={profile} />
          <ProfileFacts profile={profile} />
        </>
      )}
    </SettingsFrame>
  );
}

function Users({ profile }: { profile: Schemas['FirmwareProfile'] }) {
  const { t } = useTranslation();
  return (
    <SettingsSection title={t('profiles.usedBy')}>
      {profile.machines.length === 0 && <p className="quiet">{t('profiles.unused')}</p>}
      <ul className="rows">
        {profile.machines.map(({ id, name, labName }) => (
          <li key={id}>
            <Link to={`/machines/${id}`}>{name}</Link> <span className="quiet">{labName}</span>
          </li>
        ))}
      </ul>
    </SettingsSection>
  );
}

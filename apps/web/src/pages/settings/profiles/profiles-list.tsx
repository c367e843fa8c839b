import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { Empty } from '../../../parts/empty';
import { formatCelsius } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { type Column, DataTable } from '../../../parts/table/data-table';
import { SettingsFrame } from '../settings-frame';

type Profile = Schemas['FirmwareProfile'];

/** All profiles, and how many machines use each. */
export function ProfilesList() {
  const { t } = useTranslation();
  const profiles = useQuery(get('/api/v1/profiles'));
  const columns = useMemo(
    (): Column<Profile>[] => [
      {
        id: 'name',
        header: t('profiles.name'),
        value: ({ name }) => name,
        cell: ({ id, name }) => <Link to={`/settings/profiles/${id}`}>{name}</Link>,
      },
      {
        id: 'protocol',
        header: t('profiles.protocol'),
        value: ({ numbersLines }) => t(`profiles.protocols.${numbersLines ? 'numbered' : 'plain'}`),
        choice: 'shown',
      },
      {
        id: 'nozzle',
        header: t('profiles.nozzle'),
        value: ({ limits }) => limits.maxNozzleCelsius,
        cell: ({ limits }) => formatCelsius(limits.maxNozzleCelsius),
        isFigure: true,
      },
      {
        id: 'bed',
        header: t('profiles.bed'),
        value: ({ limits }) => limits.maxBedCelsius,
        cell: ({ limits }) => formatCelsius(limits.maxBedCelsius),
        isFigure: true,
      },
      {
        id: 'machines',
        header: t('profiles.machines'),
        value: ({ machines }) => machines.length,
        cell: ({ machines }) =>
          machines.length > 0 ? t('profiles.used', { count: machines.length }) : t('profiles.unused'),
        isFigure: true,
      },
    ],
    [t],
  );
  return (
    <SettingsFrame name="profiles">
      <p className="settings-intro">{t('profiles.intro')}</p>
      {profiles.isPending && <Loading />}
      {profiles.isError && <ProblemAlert error={profiles.error} retry={() => void profiles.refetch()} />}
      {profiles.data && (
        <DataTable
          label={t('settings.pages.profiles.title')}
          columns={columns}
          rows={profiles.data.items}
          rowId={({ id }) => id}
          isSearchable
          empty={<Empty title={t('profiles.none')} />}
        />
      )}
    </SettingsFrame>
  );
}

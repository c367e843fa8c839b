import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../../api/get';
import { useLab } from '../../../frame/lab-choice';
import { formatDay } from '../../../parts/format';
import { useCategories } from '../../members/people';
import type { GroupDetail } from './group';

/** The category that prices the jobs of a group, its lab, and the school or association that it belongs to. */
export function Facts({ group }: { group: GroupDetail }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const { nameOf } = useCategories();
  const { category, labId, organisationId, createdAt } = group;
  return (
    <dl className="facts">
      <Fact name={t('groups.field.category')}>{nameOf(category)}</Fact>
      <Fact name={t('groups.field.labId')}>{labs.find(({ id }) => id === labId)?.name ?? '–'}</Fact>
      {organisationId && (
        <Fact name={t('groups.field.organisationId')}>
          <Organisation id={organisationId} />
        </Fact>
      )}
      <Fact name={t('groups.since')}>{formatDay(createdAt)}</Fact>
    </dl>
  );
}

function Organisation({ id }: { id: string }) {
  const { data } = useQuery(get('/api/v1/organisations/{id}', { path: { id } }));
  return (
    <Anchor component={Link} to={`/settings/organisations/${id}`}>
      {data?.name ?? '…'}
    </Anchor>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className="typed">{children}</dd>
  </div>
);

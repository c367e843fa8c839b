import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Member, memberQuery } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { formatDay } from '../../parts/format';
import { useCategories } from './people';

/** The data of a member, as a list of labels and values. */
export function Facts({ member }: { member: Member }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const { nameOf } = useCategories();
  const { category, homeLabId, email, phone, guardianId, minorUntil, createdAt } = member;
  return (
    <dl className="facts">
      <Fact name={t('members.details.category')}>{nameOf(category)}</Fact>
      <Fact name={t('members.details.homeLab')}>
        {labs.find(({ id }) => id === homeLabId)?.name ?? t('members.noHomeLab')}
      </Fact>
      <Fact name={t('members.details.email')}>
        {email ? <Anchor href={`mailto:${email}`}>{email}</Anchor> : t('members.details.noEmail')}
      </Fact>
      {phone && (
        <Fact name={t('members.details.phone')}>
          <Anchor href={`tel:${phone}`}>{phone}</Anchor>
        </Fact>
      )}
      {minorUntil && <Fact name={t('members.details.minorUntil')}>{formatDay(minorUntil)}</Fact>}
      {guardianId && (
        <Fact name={t('members.details.guardian')}>
          <Guardian id={guardianId} />
        </Fact>
      )}
      <Fact name={t('members.details.since')}>{formatDay(createdAt)}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="typed">{children}</dd>
    </div>
  );
}

function Guardian({ id }: { id: string }) {
  const { t } = useTranslation();
  const guardian = useQuery(memberQuery(id));
  if (guardian.isPending) return t('common.loading');
  return guardian.data?.displayName ?? t('members.details.guardianUnknown');
}

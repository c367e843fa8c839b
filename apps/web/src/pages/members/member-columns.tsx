import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Member } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { formatDay } from '../../parts/format';
import { usePageParams } from '../../parts/page-params';
import { StateBadge } from '../../parts/state-badge';
import type { Column } from '../../parts/table/column';
import { residencyOf, TONES, useCategories } from './people';

/** @param isNarrow the list stands beside a member: only what is needed to find another one is shown */
export function useMemberColumns(isNarrow: boolean): readonly Column<Member>[] {
  const { t } = useTranslation();
  const { labs } = useLab();
  const { nameOf } = useCategories();
  return useMemo(() => {
    const name: Column<Member> = {
      ...{ id: 'name', header: t('members.form.name'), isSortedByServer: true },
      cell: (member) => <Name member={member} />,
    };
    const residency: Column<Member> = {
      ...{ id: 'residency', header: t('members.residency') },
      cell: (member) => <Residency member={member} />,
    };
    if (isNarrow) return [name, residency];
    return [
      name,
      residency,
      {
        ...{ id: 'category', header: t('members.details.category'), isSortedByServer: true },
        ...{ choice: 'shown', value: ({ category }) => nameOf(category) },
      },
      {
        ...{ id: 'homeLab', header: t('members.details.homeLab'), choice: 'shown' },
        value: ({ homeLabId }) => labs.find(({ id }) => id === homeLabId)?.name ?? t('members.noHomeLab'),
      },
      {
        ...{ id: 'createdAt', header: t('members.details.since'), isSortedByServer: true },
        ...{ choice: 'shown', value: ({ createdAt }) => formatDay(createdAt) },
      },
      {
        ...{ id: 'email', header: t('members.details.email'), choice: 'hidden' },
        value: ({ email }) => email,
      },
      {
        ...{ id: 'phone', header: t('members.details.phone'), choice: 'hidden' },
        value: ({ phone }) => phone,
      },
    ];
  }, [t, labs, nameOf, isNarrow]);
}

function Name({ member }: { member: Member }) {
  const { t } = useTranslation();
  const [params] = usePageParams();
  const there = new URLSearchParams(params);
  there.set('member', member.id);
  return (
    <>
      <Link
        to={`?${there}`}
        className="whole-row typed"
        aria-current={params.get('member') === member.id || undefined}
      >
        {member.displayName}
      </Link>
      {member.emailBouncedAt && (
        <div>
          <StateBadge tone="bad">{t('members.bounced')}</StateBadge>
        </div>
      )}
      {member.account?.disabled && (
        <div>
          <StateBadge tone="bad">{t('members.disabled')}</StateBadge>
        </div>
      )}
    </>
  );
}

function Residency({ member }: { member: Member }) {
  const { t } = useTranslation();
  const state = residencyOf(member);
  // Most members have none: only what says something stands out.
  if (state === 'none') return <span className="quiet">{t('members.states.none')}</span>;
  return <StateBadge tone={TONES[state]}>{t(`members.states.${state}`)}</StateBadge>;
}

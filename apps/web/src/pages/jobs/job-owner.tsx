import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownerQuery } from './queries';

/** The name of the person for whom a job is made; for staff. */
export function JobOwner({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery(ownerQuery(memberId));
  if (isPending) return '…';
  return data?.displayName ?? t('common.unknown');
}

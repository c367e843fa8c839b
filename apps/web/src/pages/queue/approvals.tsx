import '../../parts/table/table.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '../../parts/button';
import { usePageParams, withParam } from '../../parts/page-params';
import { ListFilter } from '../../parts/table/list-filter';
import { askedQuery } from './queries';

/** Why a lab asks for a manager's yes. */
const WHYS = [
  'JOB.APPROVAL_NEW_MEMBER',
  'JOB.APPROVAL_LONG',
  'JOB.APPROVAL_COSTLY',
  'JOB.APPROVAL_MATERIAL',
] as const;
type Why = (typeof WHYS)[number];

/** The chosen cause of approval, in the page's address; empty: all of them. */
export function useWhy(): readonly [Why | '', (why: Why | '') => void] {
  const [params, change] = usePageParams();
  const choose = (why: Why | '') => change((before) => withParam(before, 'why', why), { replace: true });
  return [WHYS.find((why) => why === params.get('why')) ?? '', choose];
}

interface Props {
  readonly labId: string;
  readonly isShown: boolean;
  readonly show: (isShown: boolean) => void;
}

/** How many jobs wait for a manager's yes, and the way to them and back. */
export function Approvals({ labId, isShown, show }: Props) {
  const { t } = useTranslation();
  const [why, choose] = useWhy();
  const { data } = useQuery(askedQuery(labId));
  const count = data?.total ?? 0;
  const whys = [
    { value: '' as const, label: t('queue.why.all') },
    ...WHYS.map((value) => ({ value, label: t(`queue.why.${value.replace('JOB.APPROVAL_', '')}`) })),
  ];
  return (
    <div className="queue-approvals" data-waits={count > 0 || undefined}>
      <p role="status">{data && t('queue.waits', { count })}</p>
      {isShown && <ListFilter label={t('queue.why.label')} value={why} options={whys} onChange={choose} />}
      {isShown && <Button onClick={() => show(false)}>{t('queue.showAll')}</Button>}
      {!isShown && count > 0 && (
        <Button look="main" onClick={() => show(true)}>
          {t('queue.showAsked')}
        </Button>
      )}
      <Link to={`/settings/approval/${labId}`} className="row-link">
        {t('queue.rules')}
      </Link>
    </div>
  );
}

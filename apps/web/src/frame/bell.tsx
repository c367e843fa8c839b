import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unreadQuery } from '../api/unread';
import { Icon } from '../design/icon';

const MOST_SHOWN = 99;

/** Leads to the notices, and shows how many of them are unread. */
export function Bell() {
  const { t } = useTranslation();
  const unread = useQuery(unreadQuery).data?.unread ?? 0;
  const shown = unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread;
  return (
    <Link to="/notices" className="bell" data-unread={unread > 0 || undefined}>
      <Icon name="bell" />
      <span className="sr-only">
        {unread > 0 ? t('frame.unread', { count: unread }) : t('frame.notices')}
      </span>
      {unread > 0 && (
        <span className="bell-count" aria-hidden="true">
          {shown}
        </span>
      )}
    </Link>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Empty } from '../../parts/empty';

/** Shown when no computer was ever connected to this lab: nothing has failed, and this is the next step. */
export function NextStep({ isStaff }: { isStaff: boolean }) {
  const { t } = useTranslation();
  const mayConnect = holds(useMe(), 'administrator');
  const words = mayConnect ? 'wall.begin.connect' : isStaff ? 'wall.begin.ask' : 'wall.emptyMaker';
  return (
    <Empty title={t(isStaff ? 'wall.begin.title' : 'wall.begin.titleMaker')}>
      <p>{t(words)}</p>
      {mayConnect && (
        <Link to="/settings/labs" className="button" data-look="main">
          {t('wall.emptyAgents')}
        </Link>
      )}
    </Empty>
  );
}

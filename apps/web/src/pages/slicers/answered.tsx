import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageIcon } from '../../design/page-icon';

/** What became of a slicer's request. */
export function Answered({ isGood, children }: { isGood: boolean; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="slicers-card request">
      <div className="arrival" role="status" data-state={isGood ? 'came' : 'none'}>
        <PageIcon name={isGood ? 'circle-check' : 'x'} />
        <div>
          <p>{children}</p>
          <p>
            <Link to="/slicers">{t('slicers.request.slicers')}</Link>
          </p>
        </div>
      </div>
    </div>
  );
}

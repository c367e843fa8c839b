import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty';
import { Loading } from '../parts/loading';
import { later } from './later';
import { holds } from './rights';
import { useMe } from './use-me';

/** Its texts and its form are loaded only when there is no lab. */
const FirstLab = later(() => import('../pages/settings/labs/first-lab'));

/** The network has no lab yet: an administrator gets a button to create it, other people are told whom to ask. */
export function NoLab() {
  const { t } = useTranslation();
  const mayMake = holds(useMe(), 'administrator');
  return (
    <Empty title={t('frame.noLabYet')}>
      <p>{t(mayMake ? 'frame.makeLab' : 'frame.askForLab')}</p>
      {mayMake && (
        <Suspense fallback={<Loading />}>
          <FirstLab />
        </Suspense>
      )}
    </Empty>
  );
}

import { Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../parts/empty';
import { Loading } from '../parts/loading';
import { holds } from './rights';
import { useMe } from './use-me';

/** Its words and its form come only where there is no lab. */
const FirstLab = lazy(() => import('../pages/agents/first-lab'));

/** The network has no lab yet: whoever may make the first is given the button, everybody else is told whom to ask. */
export function NoLab() {
  const { t } = useTranslation();
  const mayMake = holds(useMe(), 'administrator');
  return (
    <Empty title={t('frame.noLabYet')}>
      <Text maw="45ch">{t(mayMake ? 'frame.makeLab' : 'frame.askForLab')}</Text>
      {mayMake && (
        <Suspense fallback={<Loading />}>
          <FirstLab />
        </Suspense>
      )}
    </Empty>
  );
}

import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Empty } from '../../parts/empty';

/** No computer was ever connected to this lab: nothing has failed, and this is what comes next. */
export function NextStep({ isStaff }: { isStaff: boolean }) {
  const { t } = useTranslation();
  const mayConnect = holds(useMe(), 'administrator');
  const words = mayConnect ? 'wall.begin.connect' : isStaff ? 'wall.begin.ask' : 'wall.emptyMaker';
  return (
    <Empty title={t(isStaff ? 'wall.begin.title' : 'wall.begin.titleMaker')}>
      <Text maw="45ch">{t(words)}</Text>
      {mayConnect && (
        <Button component={Link} to="/agents" className="touch">
          {t('wall.emptyAgents')}
        </Button>
      )}
    </Empty>
  );
}

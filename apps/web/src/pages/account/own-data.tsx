import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from './section';

/** All that is kept of whoever is signed in, to take away. */
export function OwnData() {
  const { t } = useTranslation();
  return (
    <Section id="data" title={t('account.data.title')} intro={t('account.data.intro')}>
      <Group>
        <Button component="a" href="/api/v1/me/export" download variant="default" className="touch">
          {t('account.data.take')}
        </Button>
      </Group>
    </Section>
  );
}

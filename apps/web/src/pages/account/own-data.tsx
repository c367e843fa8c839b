import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from './section';

/** Downloads all data that the service keeps about the signed-in person. */
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

import { Button, Divider, Menu, SegmentedControl, Stack, Text, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Me } from '../api/queries';
import { LANGUAGE_NAMES } from '../i18n/i18n';
import { useOwnLanguage } from './use-own-language';

const SCHEMES = ['light', 'dark', 'auto'] as const;

/** The menu of the signed-in person: name, language, light or dark, signing out. */
export default function PersonMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { language, choose } = useOwnLanguage();
  const [opened, { open, close }] = useDisclosure();
  const roles = [...new Set(me.roles.map(({ role }) => t(`roles.${role}`)))].join(', ');
  return (
    <Menu
      position="bottom-end"
      width={280}
      closeOnItemClick={false}
      opened={opened}
      onChange={(next) => (next ? open() : close())}
    >
      <Menu.Target>
        <Button variant="default" className="person">
          <span className="sr-only">{t('frame.account')} – </span>
          <span title={me.member.displayName}>{me.member.displayName}</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Stack gap="sm" p="sm">
          <div>
            <Text fw={600}>{me.member.displayName}</Text>
            <Text size="sm">{me.email}</Text>
            <Text size="sm" c="dimmed">
              {roles}
            </Text>
          </div>
          <Divider />
          <SegmentedControl
            fullWidth
            aria-label={t('frame.language')}
            value={language}
            onChange={choose}
            data={LANGUAGE_NAMES}
          />
          <SegmentedControl
            fullWidth
            aria-label={t('frame.theme')}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as (typeof SCHEMES)[number])}
            data={SCHEMES.map((value) => ({ value, label: t(`frame.${value}`) }))}
          />
          <Button component={Link} to="/account" onClick={close} variant="default" fullWidth>
            {t('frame.account')}
          </Button>
          <form method="post" action="/sign-out">
            <Button type="submit" variant="light" fullWidth>
              {t('frame.signOut')}
            </Button>
          </form>
        </Stack>
      </Menu.Dropdown>
    </Menu>
  );
}

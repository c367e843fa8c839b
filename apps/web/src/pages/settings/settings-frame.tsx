import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../parts/page';
import type { fr } from './words';

interface Props {
  /** The name of its folder, and of its words. */
  readonly name: keyof (typeof fr)['pages'];
  /** The title of one thing of this page, such as a machine; the page itself is then above it. */
  readonly of?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A page of the settings, with its way back. */
export function SettingsFrame({ name, of, actions, children }: Props) {
  const { t } = useTranslation();
  const title = t(`settings.pages.${name}.title`);
  const top = { to: '/settings', label: t('settings.title') };
  return (
    <Page
      title={of ?? title}
      trail={of ? [top, { to: `/settings/${name}`, label: title }] : [top]}
      actions={actions}
    >
      {children}
    </Page>
  );
}

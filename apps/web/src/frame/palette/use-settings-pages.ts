import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../../api/queries';
import { holds, SETTERS } from '../rights';
import type { NamedPage } from './entries';

const load = () => import('../../pages/settings/titles');
type Titles = Awaited<ReturnType<typeof load>>;

/** The pages of the settings that a person may open, once their titles are loaded. */
export function useSettingsPages(me: Me): readonly NamedPage[] {
  const { t } = useTranslation();
  const [titles, setTitles] = useState<Titles>();
  const isSetter = holds(me, ...SETTERS);
  useEffect(() => {
    // Without the titles, the palette finds everything else.
    if (isSetter) load().then(setTitles, () => {});
  }, [isSetter]);
  return (titles?.settingsOf(me) ?? []).map(({ name }) => ({
    path: `/settings/${name}`,
    name: t(`settings.pages.${name}.title`),
  }));
}

import { useTranslation } from 'react-i18next';
import { Link, Route, Routes } from 'react-router';
import { PageIcon } from '../../design/page-icon';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import { settingsOf, TOPICS } from './entries';
import { en, fr } from './words';
import './settings.css';

addWords('settings', { fr, en });

/** All settings that a person may change, and the page of each. */
export default function SettingsPage() {
  const me = useMe();
  const own = settingsOf(me);
  return (
    <Routes>
      <Route index element={<Overview />} />
      {own.map(({ name, page: OwnPage }) => (
        <Route key={name} path={`${name}/*`} element={<OwnPage />} />
      ))}
      <Route path="*" element={<Overview />} />
    </Routes>
  );
}

function Overview() {
  const { t } = useTranslation();
  const own = settingsOf(useMe());
  return (
    <Page title={t('settings.title')}>
      {own.length === 0 && <Empty title={t('settings.none')} />}
      {TOPICS.map((topic) => ({ topic, pages: own.filter((each) => each.topic === topic) }))
        .filter(({ pages }) => pages.length > 0)
        .map(({ topic, pages }) => (
          <div key={topic}>
            <h2 className="settings-topic">{t(`settings.topics.${topic}`)}</h2>
            <ul className="settings-list">
              {pages.map(({ name, icon }) => (
                <li key={name}>
                  <Link to={`/settings/${name}`} className="settings-entry">
                    <PageIcon name={icon} />
                    <span>
                      <b>{t(`settings.pages.${name}.title`)}</b>
                      <span className="quiet">{t(`settings.pages.${name}.about`)}</span>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </Page>
  );
}

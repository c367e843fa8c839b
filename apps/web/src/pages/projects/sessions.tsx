import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMoment } from '../../parts/format';
import { titleOf } from '../agenda/session';
import type { Project } from './project';
import { Section } from './section';

/** The sessions of a project. A session names its project on its own page. */
export function Sessions({ project: { sessions } }: { project: Project }) {
  const { t } = useTranslation();
  return (
    <Section title={t('projects.sessions.title')}>
      {sessions.length === 0 && <p className="quiet">{t('projects.sessions.none')}</p>}
      <ul className="project-list">
        {sessions.map(({ sessionId, from, state, ...titles }) => (
          <li key={sessionId}>
            <Link to={`/agenda/${sessionId}`} className="typed row-link">
              {titleOf(titles)}
            </Link>
            <span className="quiet">
              {formatMoment(from)} · {t(`projects.sessions.states.${state}`, { defaultValue: state })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

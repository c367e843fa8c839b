import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentLanguage } from '../../i18n/i18n';
import { formatDay, formatEuros, formatNumber } from '../../parts/format';
import { FigureTable } from '../activity/figure-table';
import { useFigureName } from './figure-name';
import type { Content } from './report';

type Tables = Content['tables'];

/** The lists behind the figures, each closed until one wants to read it. */
export function Annexes({ content }: { content: Content }) {
  const { t } = useTranslation();
  const { tables } = content;
  return (
    <section className="activity-card" aria-label={t('reports.lists')}>
      <h2>{t('reports.lists')}</h2>
      <Sessions title={t('reports.sessionsByTopic')} rows={tables.sessionsByTopic} />
      <Sessions title={t('reports.sessionsByKind')} rows={tables.sessionsByKind} list="kinds" />
      <Sessions title={t('reports.sessionsByAudience')} rows={tables.sessionsByAudience} list="audiences" />
      <Schools rows={tables.schools} />
      <Projects rows={tables.projects} />
      <Prestations rows={tables.incomeByPrestation} />
      <Overview content={content} />
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}

function List({ title, count, children }: ListProps) {
  if (count === 0) return null;
  return (
    <details className="reports-list">
      <summary>
        {title} <span className="quiet">({formatNumber(count)})</span>
      </summary>
      <div className="activity-wide">{children}</div>
    </details>
  );
}

interface SessionsProps {
  readonly title: string;
  readonly rows: Tables['sessionsByTopic'];
  readonly list?: 'kinds' | 'audiences';
}

function Sessions({ title, rows, list }: SessionsProps) {
  const { t } = useTranslation();
  const nameOf = ({ key, label, labelEn }: Tables['sessionsByTopic'][number]) => {
    if (key === null) return t('reports.noTopic');
    if (list) return t(`activity.${list}.${key}` as 'activity.kinds.course');
    return (currentLanguage() === 'fr' ? label : labelEn) ?? key;
  };
  return (
    <List title={title} count={rows.length}>
      <table className="activity-table" aria-label={title}>
        <thead>
          <tr>
            <td />
            <th scope="col" data-figure>
              {t('reports.sessions')}
            </th>
            <th scope="col" data-figure>
              {t('reports.participations')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{nameOf(row)}</th>
              <td data-figure>{formatNumber(row.sessions)}</td>
              <td data-figure>{formatNumber(row.people)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </List>
  );
}

function Schools({ rows }: { rows: Tables['schools'] }) {
  const { t } = useTranslation();
  return (
    <List title={t('reports.schools')} count={rows.length}>
      <table className="activity-table" aria-label={t('reports.schools')}>
        <thead>
          <tr>
            <td />
            {(['sessions', 'pupils', 'projects'] as const).map((name) => (
              <th key={name} scope="col" data-figure>
                {t(`reports.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, isPriority, neighbourhood, sessions, people, projects }) => (
            <tr key={key}>
              <th scope="row">
                {label}
                <br />
                <small className="quiet">
                  {[neighbourhood, isPriority && t('reports.priority')].filter(Boolean).join(', ')}
                </small>
              </th>
              <td data-figure>{formatNumber(sessions)}</td>
              <td data-figure>{formatNumber(people)}</td>
              <td data-figure>{formatNumber(projects)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </List>
  );
}

function Projects({ rows }: { rows: Tables['projects'] }) {
  const { t } = useTranslation();
  return (
    <List title={t('reports.projects')} count={rows.length}>
      <ul className="reports-projects">
        {rows.map(({ key, label, organisation, startsOn, endedOn, outcome }) => (
          <li key={key}>
            <strong>{label}</strong>
            {organisation !== null && ` · ${organisation}`}
            <br />
            <span className="quiet">
              {formatDay(startsOn)}
              {endedOn !== null && ` – ${formatDay(endedOn)}`}
            </span>
            {outcome !== null && <p>{outcome}</p>}
          </li>
        ))}
      </ul>
    </List>
  );
}

function Prestations({ rows }: { rows: Tables['incomeByPrestation'] }) {
  const { t } = useTranslation();
  const title = t('reports.incomeByPrestation');
  return (
    <List title={title} count={rows.length}>
      <table className="activity-table" aria-label={title}>
        <tbody>
          {rows.map(({ key, reference, title: what, client, cents }) => (
            <tr key={key}>
              <th scope="row">
                {reference === null ? t('reports.persons') : `${reference} · ${what ?? ''}`}
                {client !== null && <small className="quiet"> {client}</small>}
              </th>
              <td data-figure>{formatEuros(cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </List>
  );
}

function Overview({ content: { overview } }: { content: Content }) {
  const { t } = useTranslation();
  const nameOf = useFigureName();
  return (
    <List title={t('reports.overview')} count={overview.length}>
      <FigureTable
        label={t('reports.overview')}
        figures={overview.map((figure) => ({ ...figure, key: figure.indicator, name: nameOf(figure) }))}
      />
    </List>
  );
}

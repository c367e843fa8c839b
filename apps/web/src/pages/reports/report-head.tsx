import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { api, content } from '../../api/client';
import { Confirm } from '../../parts/confirm';
import { DownloadButton } from '../../parts/download/download-button';
import { formatDay, formatMoment } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { useToast } from '../../parts/toasts/use-toast';
import { type Report, TOUCHED } from './report';

const FORMATS = ['pdf', 'ods', 'xlsx', 'csv'] as const;

/** What a report is about, how far it is, and what can be done with it. */
export function ReportHead({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { id, content: shown, conventionId, labName, state } = report;
  const isDraft = state === 'draft';
  return (
    <section className="activity-card">
      <p>
        <strong>{labName ?? t('reports.network')}</strong>
        {' · '}
        <Link to={`/conventions/${conventionId}`}>{shown.convention.title}</Link>
      </p>
      <p className="quiet">{shown.convention.parties.join(' · ')}</p>
      <Status report={report} />
      <div className="conventions-actions">
        {isDraft ? (
          <DownloadButton href={`/api/v1/reports/${id}/files/pdf`} label={t('reports.preview')} />
        ) : (
          FORMATS.map((format) => (
            <DownloadButton
              key={format}
              href={`/api/v1/reports/${id}/files/${format}`}
              label={t(`reports.${format}`)}
            />
          ))
        )}
        {report.mayPresent && <Present report={report} />}
        {report.mayComment && <Remove report={report} />}
      </div>
    </section>
  );
}

function Status({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { state, isOver, content: shown, presentedAt, presentedBy, contentHash } = report;
  if (state === 'draft')
    return (
      <Notice title={t(`reports.states.${state}`)}>
        {isOver ? t('reports.draft') : t('reports.runs', { day: formatDay(shown.until) })}
      </Notice>
    );
  const time = formatMoment(presentedAt ?? report.createdAt);
  return (
    <>
      <p>
        {presentedBy === null
          ? t('reports.presentedOn', { time })
          : t('reports.presentedBy', { time, name: presentedBy })}
      </p>
      <p className="quiet typed">
        {t('reports.hash')} : <code>{contentHash}</code>
      </p>
    </>
  );
}

function Present({ report: { id } }: { report: Report }) {
  const { t } = useTranslation();
  const toast = useToast();
  return (
    <Confirm
      label={t('reports.present')}
      variant="filled"
      act={() => content(api.POST('/api/v1/reports/{id}/present', { params: { path: { id } } }))}
      touches={TOUCHED}
      onDone={() => toast(t('reports.presented'))}
    >
      {t('reports.presentWhat')}
    </Confirm>
  );
}

function Remove({ report: { id } }: { report: Report }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  return (
    <Confirm
      label={t('reports.remove')}
      color="red"
      act={() => api.DELETE('/api/v1/reports/{id}', { params: { path: { id } } })}
      touches={['/api/v1/reports']}
      onDone={() => {
        toast(t('reports.removed'));
        void navigate('/reports');
      }}
    >
      {t('reports.removeWhat')}
    </Confirm>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '../../api/get';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { periodName } from '../activity/periods';
import { Annexes } from './annexes';
import { CommentBox } from './comment-box';
import { Differences } from './differences';
import { MoneyPart } from './money-part';
import { ObjectiveSections } from './objective-sections';
import { PeoplePart } from './people-part';
import type { Report } from './report';
import { ReportHead } from './report-head';
import './add-report-words';
import '../activity/activity.css';
import '../conventions/conventions.css';
import './reports.css';

/** One report: the figures of now while it is a draft, and what was frozen afterwards. */
export default function ReportPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = useQuery(get('/api/v1/reports/{id}', { path: { id } }));
  const title = found.data
    ? t('reports.name', { period: periodName(found.data.period) })
    : t('reports.title');
  return (
    <Page title={title} trail={[{ to: '/reports', label: t('reports.title') }]}>
      {found.isPending && <Loading />}
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Shown report={found.data} />}
    </Page>
  );
}

function Shown({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { content } = report;
  return (
    <>
      <ReportHead report={report} />
      {report.state === 'presented' && <Differences report={report} />}
      <CommentBox
        report={report}
        commentKey="intro"
        name={t('reports.introduction')}
        text={content.intro}
        isSection
      />
      <ObjectiveSections report={report} />
      <MoneyPart content={content} />
      <PeoplePart content={content} />
      <Annexes content={content} />
    </>
  );
}

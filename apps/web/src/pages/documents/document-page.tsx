import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { addWords } from '../../i18n/add-words';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { DocumentActions } from './document-actions';
import { DraftNotes } from './draft-notes';
import { History } from './history';
import { type PaperDetail, paperQuery, previewQuery } from './paper';
import { PaperSheet } from './paper-sheet';
import { PaperState } from './paper-state';
import { en, fr } from './words';
import './documents.css';

addWords('documents', { fr, en });

/** One document, as on paper, with what can be done with it now. */
export default function DocumentPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const paper = useQuery(paperQuery(id));
  const { kind, number } = paper.data ?? {};
  const title = kind ? `${t(`documents.kinds.${kind}`)} ${number ?? ''}`.trim() : t('documents.title');
  return (
    <Page title={title} trail={[{ to: '/documents', label: t('documents.title') }]}>
      {paper.isPending && <Loading />}
      {paper.isError && <ProblemAlert error={paper.error} retry={() => void paper.refetch()} />}
      {paper.data && <Detail paper={paper.data} />}
    </Page>
  );
}

function Detail({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const isDraft = paper.number === null;
  const preview = useQuery({ ...previewQuery(paper.id), enabled: isDraft });
  const content = paper.content ?? preview.data?.content;
  return (
    <>
      <div className="document-head">
        <PaperState paper={paper} />
        <Link to={`/prestations/${paper.prestationId}`} className="typed">
          {paper.title}
        </Link>
        <span className="quiet typed">
          {paper.reference} · {paper.clientName}
        </span>
      </div>
      <DocumentActions paper={paper} preview={preview.data} />
      {isDraft && preview.data && <DraftNotes preview={preview.data} />}
      {isDraft && preview.isError && (
        <ProblemAlert error={preview.error} retry={() => void preview.refetch()} />
      )}
      {isDraft && preview.isPending && <Loading />}
      <div className="document">
        {content && (
          <div>
            {isDraft && <p className="quiet">{t('documents.previewWhat')}</p>}
            <PaperSheet content={content} isDraft={isDraft} />
          </div>
        )}
        <History paper={paper} />
      </div>
    </>
  );
}

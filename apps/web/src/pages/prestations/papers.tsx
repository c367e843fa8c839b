import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { FileLinks } from '../documents/file-links';
import { PaperState } from '../documents/paper-state';
import { type Paper, papersQuery } from './billing';
import { Section } from './section';

/** The documents of the prestation, latest first, each with its state and files. */
export function Papers({ id }: { id: string }) {
  const { t } = useTranslation();
  const papers = useQuery(papersQuery(id));
  return (
    <Section id="papers" title={t('prestations.papers.title')}>
      {papers.isPending && <Loading />}
      {papers.isError && <ProblemAlert error={papers.error} retry={() => void papers.refetch()} />}
      {papers.data?.documents.length === 0 && <p className="quiet">{t('prestations.papers.none')}</p>}
      <ul className="papers">
        {papers.data?.documents.map((paper) => (
          <PaperItem key={paper.id} paper={paper} />
        ))}
      </ul>
    </Section>
  );
}

function PaperItem({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const { id, kind, number, issuedOn, grossCents } = paper;
  return (
    <li>
      <Link to={`/documents/${id}`} className="paper-name">
        {t(`documents.kinds.${kind}`)} {number ?? ''}
      </Link>
      <PaperState paper={paper} />
      <span className="quiet">{issuedOn && formatDay(issuedOn)}</span>
      <b className="figures">{grossCents !== null && formatEuros(grossCents)}</b>
      <FileLinks paper={paper} />
    </li>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addWords } from '../../i18n/add-words';
import * as file from '../../parts/file/words';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import * as documents from '../documents/words';
import { type PrestationDetail, papersQuery, prestationQuery } from './billing';
import { Client } from './client';
import { Figures } from './figures';
import { Head } from './head';
import { NextStep } from './next-step';
import { Papers } from './papers';
import { PrestationLines } from './prestation-lines';
import { Prints } from './prints';
import { ShareLinks } from './share-links';
import { Stages } from './stages';
import { Taught } from './taught';
import { en, fr } from './words';
import './prestation.css';

addWords('prestations', { fr, en });
addWords('documents', documents);
addWords('file', file);

/** One prestation, from the quote to the last invoice. */
export default function PrestationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const prestation = useQuery(prestationQuery(id));
  return (
    <Page
      title={prestation.data?.title ?? t('prestations.title')}
      trail={[{ to: '/prestations', label: t('prestations.title') }]}
    >
      {prestation.isPending && <Loading />}
      {prestation.isError && (
        <ProblemAlert error={prestation.error} retry={() => void prestation.refetch()} />
      )}
      {prestation.data && <Detail prestation={prestation.data} />}
    </Page>
  );
}

function Detail({ prestation }: { prestation: PrestationDetail }) {
  const papers = useQuery(papersQuery(prestation.id));
  const documents = papers.data?.documents ?? [];
  return (
    <div className="prestation">
      <Head prestation={prestation} />
      {papers.data && <NextStep prestation={prestation} papers={documents} />}
      <Figures prestation={prestation} />
      <div className="prestation-wide">
        <PrestationLines key={prestation.id} prestation={prestation} />
        <Stages prestation={prestation} papers={documents} />
      </div>
      <div className="prestation-columns">
        <Papers id={prestation.id} />
        <div className="prestation-side">
          <Client id={prestation.organisationId} />
          <ShareLinks id={prestation.id} />
          <Prints id={prestation.id} />
          <Taught prestation={prestation} isFrozen={!prestation.acceptsLines} />
        </div>
      </div>
    </div>
  );
}

import './submit.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from '../../design/icon';
import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { addWords } from '../../i18n/add-words';
import * as file from '../../parts/file/words';
import { Page } from '../../parts/page';
import { SubmitForm } from './submit-form';
import { en, fr } from './words';

addWords('submit', { fr, en });
addWords('file', file);

export default function SubmitPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  const slicers = (
    <Link to="/slicers" className="submit-slicers">
      <Icon name="plug-connected" />
      {t('submit.slicers')}
    </Link>
  );
  return (
    <Page title={t('submit.title')} actions={slicers}>
      {lab ? <SubmitForm labId={lab.id} /> : <NoLab />}
    </Page>
  );
}

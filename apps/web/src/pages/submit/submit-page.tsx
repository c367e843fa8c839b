import './submit.css';
import { useTranslation } from 'react-i18next';
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
  return <Page title={t('submit.title')}>{lab ? <SubmitForm labId={lab.id} /> : <NoLab />}</Page>;
}

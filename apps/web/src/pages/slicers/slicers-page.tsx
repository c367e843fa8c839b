import './slicers.css';
import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { addWords } from '../../i18n/add-words';
import { Page } from '../../parts/page';
import { Connect } from './connect';
import { en, fr } from './words';

addWords('slicers', { fr, en });

/** Connects the person's slicer: what to enter there, a token, and a sign when it works. */
export default function SlicersPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  return <Page title={t('slicers.title')}>{lab ? <Connect labId={lab.id} /> : <NoLab />}</Page>;
}

import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { AccuracyList } from './accuracy-list';
import { LabAccuracyPage } from './lab-accuracy-page';
import { en, fr } from './words';
import './accuracy.css';

addWords('accuracy', { fr, en });

/** Whether the hours that members were told were right. */
export default function AccuracyPage() {
  return (
    <Routes>
      <Route index element={<AccuracyList />} />
      <Route path=":id" element={<LabAccuracyPage />} />
    </Routes>
  );
}

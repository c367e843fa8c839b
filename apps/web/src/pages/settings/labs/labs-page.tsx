import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { LabPage } from './lab-page';
import { LabsList } from './labs-list';
import { en, fr } from './words';

addWords('labs', { fr, en });

/** The labs of the network, and the computer beside the machines of each. */
export default function LabsPage() {
  return (
    <Routes>
      <Route index element={<LabsList />} />
      <Route path=":id" element={<LabPage />} />
    </Routes>
  );
}

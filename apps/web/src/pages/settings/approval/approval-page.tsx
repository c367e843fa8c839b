import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { LabApprovalPage } from './lab-approval-page';
import { LabList } from './lab-list';
import { en, fr } from './words';
import './approval.css';

addWords('approval', { fr, en });

/** For which jobs labs ask for the approval of their staff. */
export default function ApprovalPage() {
  return (
    <Routes>
      <Route index element={<LabList />} />
      <Route path=":id" element={<LabApprovalPage />} />
    </Routes>
  );
}

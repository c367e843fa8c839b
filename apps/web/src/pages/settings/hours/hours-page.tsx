import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { HoursList } from './hours-list';
import { LabHoursPage } from './lab-hours-page';
import { en, fr } from './words';
import './hours.css';

addWords('hours', { fr, en });

/** When labs are open, and whether their machines can be booked. */
export default function HoursPage() {
  return (
    <Routes>
      <Route index element={<HoursList />} />
      <Route path=":id" element={<LabHoursPage />} />
    </Routes>
  );
}

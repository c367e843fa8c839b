import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { OrganisationList } from './organisation-list';
import { OrganisationPage } from './organisation-page';
import { en, fr } from './words';

addWords('organisations', { fr, en });

/** The clients of the network: companies, schools, associations and public bodies. */
export default function OrganisationsPage() {
  return (
    <Routes>
      <Route index element={<OrganisationList />} />
      <Route path=":id" element={<OrganisationPage />} />
    </Routes>
  );
}

import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { GroupList } from './group-list';
import { GroupPage } from './group-page';
import { en, fr } from './words';

addWords('groups', { fr, en });

/** The groups that print together: school classes, clubs, workshops. */
export default function GroupsPage() {
  return (
    <Routes>
      <Route index element={<GroupList />} />
      <Route path=":id" element={<GroupPage />} />
    </Routes>
  );
}

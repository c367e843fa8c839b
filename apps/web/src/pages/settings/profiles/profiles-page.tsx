import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { ProfilePage } from './profile-page';
import { ProfilesList } from './profiles-list';
import { en, fr } from './words';

addWords('profiles', { fr, en });

/** The firmware profiles that come with the service. */
export default function ProfilesPage() {
  return (
    <Routes>
      <Route index element={<ProfilesList />} />
      <Route path=":id" element={<ProfilePage />} />
    </Routes>
  );
}

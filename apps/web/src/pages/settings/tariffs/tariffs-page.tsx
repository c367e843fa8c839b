import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import * as file from '../../../parts/file/words';
import { TariffList } from './tariff-list';
import { TariffPage } from './tariff-page';
import { en, fr } from './words';
import './tariffs.css';

addWords('tariffs', { fr, en });
addWords('file', file);

/** What prints cost: the tariffs, their versions, and a calculator. */
export default function TariffsPage() {
  return (
    <Routes>
      <Route index element={<TariffList />} />
      <Route path=":id" element={<TariffPage />} />
    </Routes>
  );
}

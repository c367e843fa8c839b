import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { MachineList } from './machine-list';
import { MachineSettings } from './machine-settings';
import { NewMachine } from './new-machine';
import { en, fr } from './words';
import './machines.css';

addWords('machines', { fr, en });

/** The machines of all labs: make, change, retire. */
export default function MachinesPage() {
  return (
    <Routes>
      <Route index element={<MachineList />} />
      <Route path="new" element={<NewMachine />} />
      <Route path=":id" element={<MachineSettings />} />
    </Routes>
  );
}

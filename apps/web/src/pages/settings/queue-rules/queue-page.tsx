import { Route, Routes } from 'react-router';
import { addWords } from '../../../i18n/add-words';
import { LabQueuePage } from './lab-queue-page';
import { QueueList } from './queue-list';
import { en, fr } from './words';
import './queue.css';

addWords('queue-rules', { fr, en });

/** What the queues of labs weigh against what. */
export default function QueueRulesPage() {
  return (
    <Routes>
      <Route index element={<QueueList />} />
      <Route path=":id" element={<LabQueuePage />} />
    </Routes>
  );
}

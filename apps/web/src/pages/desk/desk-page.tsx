import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { addWords } from '../../i18n/add-words';
import * as visits from '../../parts/visits/words';
import { Desk } from './desk';
import { en, fr } from './words';
import './desk.css';

addWords('visits', visits);
addWords('desk', { fr, en });

/** The desk of the chosen lab: counts visits, opens and closes the lab. */
export default function DeskPage() {
  const { lab } = useLab();
  return lab ? <Desk key={lab.id} lab={lab} /> : <NoLab />;
}

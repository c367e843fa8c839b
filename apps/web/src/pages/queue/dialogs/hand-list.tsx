import { useTranslation } from 'react-i18next';
import type { Job } from '../../../api/queries';
import { type Hand, useHands } from './hands';

interface Props {
  readonly job: Job;
  readonly choose: (hand: Hand) => void;
}

/** The choice of what to do with a job, each with what it does. */
export function HandList({ job, choose }: Props) {
  const { t } = useTranslation();
  const hands = useHands(job);
  return (
    <ul className="queue-hands">
      {hands.map((hand) => (
        <li key={hand}>
          <button type="button" className="queue-hand" onClick={() => choose(hand)}>
            <b>{t(`queue.${hand}.label`)}</b>
            <span className="quiet">{t(`queue.${hand}.about`)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

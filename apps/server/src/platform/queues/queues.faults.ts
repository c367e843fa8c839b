import type { ServerFaults } from '../kit/faults';

export const queuesFaults = {
  'QUEUE.NO_SUCH_LETTER': {
    status: 404,
    en: ['There is no such failed task.', 'It may have succeeded since: reload the list.'],
    fr: ['Cette tâche en échec n’existe pas.', 'Elle a peut-être réussi depuis : rechargez la liste.'],
  },
} satisfies ServerFaults;

import { asProblem, Problem } from '../../../api/problem';
import type { Typed } from './typed';

/** The field at which a refusal of the server is shown: what one would change. */
const FIELD_OF: Readonly<Record<string, keyof Typed>> = {
  'SESSION.TRAINER_TAKEN': 'trainerId',
  'SESSION.NOT_TRAINER': 'trainerId',
  'SESSION.ROOM_TAKEN': 'rooms',
  'ROOM.RETIRED': 'rooms',
  'SESSION.MACHINE_TAKEN': 'machines',
  'SESSION.MACHINE_IN_MAINTENANCE': 'machines',
  'MACHINE.RETIRED': 'machines',
  'SESSION.CLOSED': 'day',
  'SESSION.TOO_FAR': 'day',
  'SESSION.APPOINTMENT_PRIVATE': 'isPublic',
  'SESSION.PAST': 'begins',
  'SESSION.LENGTH': 'ends',
  'SESSION.NO_DATE': 'lastDay',
  'SESSION.TOO_MANY': 'lastDay',
  'SESSION.TITLE_MISSING': 'title',
  'SESSION.GROUP_MISSING': 'groupId',
  'SESSION.CAPACITY_BELOW': 'capacity',
  'TOPIC.RETIRED': 'topicId',
};

/** The server's names of what the form calls otherwise. */
const RENAMED: Readonly<Record<string, keyof Typed>> = {
  ...{ from: 'begins', until: 'ends', priceCents: 'price', roomIds: 'rooms', machineIds: 'machines' },
  ...{ 'rule.lastDay': 'lastDay', 'rule.firstDay': 'day', 'rule.weekdays': 'weekdays' },
  'rule.everyWeeks': 'everyWeeks',
};

/** The refusal as one of a field, in the server's words; others stay as they are. */
export function atField(error: unknown): Problem {
  const { code, what, cure, fields, params } = asProblem(error);
  const field = FIELD_OF[code];
  // A form makes a sentence of it, with its full stop.
  const message = `${what} ${cure}`.replace(/\.$/, '');
  const known = fields.map(({ path, message: words }) => ({ path: RENAMED[path] ?? path, message: words }));
  return new Problem(code, what, cure, field ? [{ path: field, message }] : known, params);
}

/** The days of a series at which something is in the way: they can be left out. */
export function daysInTheWay(problem: Problem | undefined): string[] {
  const days = problem?.params.days;
  return Array.isArray(days) ? [...new Set(days.filter((day) => typeof day === 'string'))].sort() : [];
}

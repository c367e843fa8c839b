import type { QueryOutgoingPacket } from 'multicast-dns';
import type { Answer, ServiceRecords } from './records';

type Question = QueryOutgoingPacket['questions'][number];

/** What a query gets: answers, and what the sender would ask for next. */
interface Reply {
  readonly answers: Answer[];
  readonly additionals: Answer[];
}

interface Query {
  readonly questions?: readonly Question[] | undefined;
  /** What the sender knows already (RFC 6762 §7.1). */
  readonly answers?: readonly Answer[] | undefined;
}

const sameName = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const isAsked = ({ name, type }: Question, record: Answer): boolean =>
  sameName(name, record.name) && ((type as string) === 'ANY' || type === record.type);

/** A record with at least half of its time left need not be repeated. */
function isKnown(record: Answer, known: readonly Answer[]): boolean {
  if (record.type !== 'PTR') return false;
  return known.some(
    (each) =>
      each.type === 'PTR' &&
      sameName(each.name, record.name) &&
      sameName(each.data, record.data) &&
      (each.ttl ?? 0) * 2 >= (record.ttl ?? 0),
  );
}

/** The reply to a query; undefined if it is not about these records. */
export function replyTo(
  { questions = [], answers: known = [] }: Query,
  records: ServiceRecords,
): Reply | undefined {
  const answers = records.all.filter(
    (record) => questions.some((question) => isAsked(question, record)) && !isKnown(record, known),
  );
  if (answers.length === 0) return undefined;
  const { service, location, details, addresses } = records;
  const next = [
    ...(answers.includes(service) ? [location, details, ...addresses] : []),
    ...(answers.includes(location) ? addresses : []),
  ];
  return { answers, additionals: [...new Set(next)].filter((record) => !answers.includes(record)) };
}

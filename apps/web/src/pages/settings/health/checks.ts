import type { Schemas } from '../../../api/client';
import type { Tone } from '../../../parts/state-badge';
import type { Ready } from './ready-query';

type Service = Schemas['ServiceState'];

/** A sentence as a key of the words of this page, or in the words of the server. */
export type Sentence =
  | { readonly key: string; readonly values?: Readonly<Record<string, string | number>> }
  | string;

/** How one part of the service is. */
export interface Check {
  readonly name: string;
  readonly tone: Tone;
  readonly says: Sentence;
  readonly cure?: Sentence;
  /** The page of the settings that helps. */
  readonly page?: 'mail' | 'failed-steps' | 'labs';
}

const MB_PER_GB = 1024;
const inGigabytes = (mb: number): number => Math.round((mb / MB_PER_GB) * 10) / 10;

const warningOf = (ready: Ready, code: string) => ready.warnings?.find((each) => each.code === code);

/** The checks in the order in which they are shown. `service` is undefined where only the first answer is known. */
export function checksOf(ready: Ready, service: Service | undefined, sendsMail: boolean): readonly Check[] {
  const always = [databaseCheck(ready, service), queueCheck(ready), brokerCheck(ready)];
  const known = service
    ? [
        diskCheck(ready, service),
        mailCheck(ready, sendsMail),
        failedStepsCheck(service),
        computersCheck(service),
      ]
    : [mailCheck(ready, sendsMail)];
  return [...always, ...known, ...refusedCheck(ready)];
}

function databaseCheck({ trouble }: Ready, service: Service | undefined): Check {
  if (trouble) return { name: 'database', tone: 'bad', says: trouble.what, cure: trouble.cure };
  const kind = service?.database === 'postgres' ? 'PostgreSQL' : 'SQLite';
  return { name: 'database', tone: 'good', says: { key: 'database', values: { kind } } };
}

const queueCheck = ({ parts }: Ready): Check =>
  parts.redis === 'ok'
    ? { name: 'queue', tone: 'good', says: { key: 'queue' } }
    : { name: 'queue', tone: 'bad', says: { key: 'queueAway' }, cure: { key: 'queueAway' } };

const brokerCheck = ({ parts }: Ready): Check =>
  parts.broker === 'ok'
    ? { name: 'broker', tone: 'good', says: { key: 'broker' } }
    : { name: 'broker', tone: 'bad', says: { key: 'brokerAway' }, cure: { key: 'brokerAway' } };

function diskCheck(ready: Ready, { disk }: Service): Check {
  const warning = warningOf(ready, 'HOST.DISK_NEARLY_FULL');
  if (warning) return { name: 'disk', tone: 'bad', says: warning.what, cure: warning.cure };
  if (!disk) return { name: 'disk', tone: 'neutral', says: { key: 'diskUnknown' } };
  const values = { free: inGigabytes(disk.freeMb), total: inGigabytes(disk.totalMb) };
  return { name: 'disk', tone: 'good', says: { key: 'disk', values } };
}

function mailCheck(ready: Ready, sendsMail: boolean): Check {
  const warning = warningOf(ready, 'MAIL.STAYS');
  const mail = { name: 'mail', page: 'mail' } as const;
  if (warning) return { ...mail, tone: 'soon', says: warning.what, cure: warning.cure };
  if (sendsMail) return { ...mail, tone: 'good', says: { key: 'mail' } };
  return { ...mail, tone: 'neutral', says: { key: 'mailOff' }, cure: { key: 'mailOff' } };
}

function failedStepsCheck({ failedSteps: count }: Service): Check {
  if (count === 0) return { name: 'failed-steps', tone: 'good', says: { key: 'noFailedSteps' } };
  const says = { key: 'failedSteps', values: { count } };
  return { name: 'failed-steps', page: 'failed-steps', tone: 'soon', says, cure: { key: 'failedSteps' } };
}

function computersCheck({ computers }: Service): Check {
  const labs = { name: 'computers', page: 'labs' } as const;
  if (computers.length === 0)
    return { ...labs, tone: 'neutral', says: { key: 'noComputers' }, cure: { key: 'noComputers' } };
  const offline = computers.filter(({ online }) => !online).map(({ labName }) => labName);
  if (offline.length > 0) {
    const says = { key: 'offline', values: { names: offline.join(', ') } };
    return { ...labs, tone: 'bad', says, cure: { key: 'offline' } };
  }
  const values = { online: computers.length, total: computers.length };
  return { name: 'computers', tone: 'good', says: { key: 'computers', values } };
}

function refusedCheck({ refusedMessages }: Ready): readonly Check[] {
  const count = Object.values(refusedMessages).reduce((sum, each) => sum + each, 0);
  if (count === 0) return [];
  const says = { key: 'refused', values: { count } };
  return [{ name: 'refused', tone: 'neutral', says, cure: { key: 'refused' } }];
}

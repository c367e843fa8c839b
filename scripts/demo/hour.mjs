import { say } from '../lib/language.mjs';
import { waitUntil } from '../lib/wait.mjs';
import { PARTS } from './parts.mjs';
import { partPath } from './seed-past.mjs';

const MINUTE_MS = 60_000;
const POLL_MS = 500;
const READ_WITHIN_MS = 2 * MINUTE_MS;
const BEGINS_WITHIN_MS = 6 * MINUTE_MS;
/** The machine is kept at least so long: a print that begins at once would prove nothing. */
const KEPT_MS = 30_000;
/** Hours are told to the minute, and labs are matched again each minute. */
const EARLY_MS = 15_000;
const LATE_MS = 2 * MINUTE_MS;
const ENDED = ['done', 'refused', 'stopped', 'cancelled'];

/** The first full minute after the machine was kept for long enough. */
const nextMinute = () => Math.ceil((Date.now() + KEPT_MS) / MINUTE_MS) * MINUTE_MS;
const iso = (at) => new Date(at).toISOString();

/**
 * A maker reads when a print would begin, then submits it. The machine is kept for maintenance until a certain minute:
 * the virtual machines print much faster than their files say, so of all hours only those of the calendar are real here.
 * @param {{ admin: import('../lib/api-client.mjs').ApiClient, maker: import('../lib/api-client.mjs').ApiClient }} clients
 * @param {{ id: string, labId: string, material: string }} machine that no other job of the demonstration needs
 * @param {string} directory where the parts are
 * @returns {Promise<{ jobId: string, expected: any }>} what was told before the submission
 */
export async function submitAfterReading({ admin, maker }, machine, directory) {
  const part = PARTS.find(({ material }) => material === machine.material);
  if (!part) throw new Error(`no part is made for ${machine.material}`);
  const { id } = await maker.upload('/api/v1/uploads', partPath(directory, part));
  const isRead = async () => (await maker.get(`/api/v1/uploads/${id}`)).state === 'analysed';
  await waitUntil(isRead, { timeoutMs: READ_WITHIN_MS, everyMs: POLL_MS });
  await admin.post(`/api/v1/machines/${machine.id}/maintenance/windows`, {
    ...{ from: iso(Date.now()), until: iso(nextMinute()) },
    reason: say('Nozzle', 'Buse'),
  });
  const wanted = { labId: machine.labId, onlyMachineId: machine.id };
  const { expected } = await maker.get(`/api/v1/uploads/${id}/preview?${new URLSearchParams(wanted)}`);
  const { jobs } = await maker.post(`/api/v1/uploads/${id}/jobs`, wanted);
  return { jobId: jobs[0].id, expected };
}

/**
 * Waits until the print has begun, and then until it is over: it must not be cut off.
 * @param {import('../lib/api-client.mjs').ApiClient} admin
 * @param {{ jobId: string, expected: any }} told from `submitAfterReading`
 * @param {number} printsWithinMs
 * @returns {Promise<{ expected: any, startedAt: string | undefined }>}
 */
export async function seeItBegin(admin, { jobId, expected }, printsWithinMs) {
  const read = () => admin.get(`/api/v1/jobs/${jobId}`);
  const hasBegun = async () => (await read()).runs.length > 0;
  const hasEnded = async () => ENDED.includes((await read()).state);
  await waitUntil(hasBegun, { timeoutMs: BEGINS_WITHIN_MS, everyMs: POLL_MS });
  await waitUntil(hasEnded, { timeoutMs: printsWithinMs, everyMs: POLL_MS });
  const { runs } = await read();
  return { expected, startedAt: runs[0]?.assignedAt };
}

/** @returns {[what: string, ok: boolean]} */
export function hourCheck({ expected, startedAt }) {
  const clock = (at) => (at ? new Date(at).toLocaleTimeString('fr-FR', { timeStyle: 'short' }) : '–');
  const [told, began] = [clock(expected?.startAt), clock(startedAt)];
  const at = Date.parse(startedAt ?? '');
  const isRight =
    at >= Date.parse(expected?.startFrom) - EARLY_MS && at <= Date.parse(expected?.startUntil) + LATE_MS;
  return [
    say(
      `a maker read “about ${told}” before submitting, and the machine took the print at ${began}`,
      `avant de déposer, un membre a lu «\u00a0vers ${told}\u00a0», et la machine a pris l’impression à ${began}`,
    ),
    isRight,
  ];
}

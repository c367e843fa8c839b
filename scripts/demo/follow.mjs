import { say } from '../lib/language.mjs';
import { ProgressBoard } from '../lib/progress.mjs';
import { pause } from '../lib/wait.mjs';

const POLL_MS = 400;
const ENDED = ['done', 'refused', 'stopped', 'cancelled'];

const words = {
  analysing: say('analysed', 'analyse'),
  refused: say('refused', 'refusé'),
  queued: say('queued', 'en file'),
  assigned: say('assigned', 'attribué'),
  accepted: say('at the lab', 'au lab'),
  printing: say('printing', 'imprime'),
  paused: say('paused', 'en pause'),
  running: say('running', 'en cours'),
  done: say('done', 'terminé'),
  stopped: say('stopped', 'arrêté'),
  cancelled: say('cancelled', 'annulé'),
};

function progressOf(job, machineName) {
  const run = job.runs.at(-1);
  const live = run?.progress;
  const state = job.state === 'running' && run ? run.state : job.state;
  return {
    label: machineName ? `${job.fileName} → ${machineName}` : job.fileName,
    state: words[state] ?? state,
    fraction: job.state === 'done' ? 1 : (live?.fraction ?? null),
    nozzle: live?.nozzle ?? null,
    bed: live?.bed ?? null,
    remainingSeconds: job.state === 'done' ? null : (live?.remainingSeconds ?? null),
  };
}

/**
 * Shows jobs until all have ended, one bar each.
 * @param {import('../lib/api-client.mjs').ApiClient} api
 * @param {string[]} jobIds
 * @param {Map<string, string>} machineNames by machine id
 * @param {number} timeoutMs
 * @returns {Promise<object[]>} the jobs as they ended, or as they stood when time ran out
 */
export async function followJobs(api, jobIds, machineNames, timeoutMs) {
  const board = new ProgressBoard();
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const jobs = await Promise.all(jobIds.map((id) => api.get(`/api/v1/jobs/${id}`)));
    for (const job of jobs)
      board.update(job.id, progressOf(job, machineNames.get(job.runs.at(-1)?.machineId)));
    if (jobs.every(({ state }) => ENDED.includes(state)) || performance.now() > deadline) {
      board.finish();
      return jobs;
    }
    await pause(POLL_MS);
  }
}

import { say } from '../lib/language.mjs';
import { duration, ProgressBoard } from '../lib/progress.mjs';
import { pause } from '../lib/wait.mjs';
import { stateWord } from './words.mjs';

const POLL_MS = 400;
const ENDED = ['done', 'refused', 'stopped', 'cancelled'];
/** Until then the lab uses the file's estimate, which ignores that the machine is a hundred times too fast. */
const MEASURED_FROM = 0.12;
const NEARLY_CELSIUS = 3;

const heater = (name, { actual, target }) => `${name} ${Math.round(actual)}/${Math.round(target)} °C`;
const isHeating = (temperature) => temperature?.target > temperature?.actual + NEARLY_CELSIUS;

function details(live) {
  if (!live) return [];
  const { nozzle, bed, fraction, remainingSeconds } = live;
  const left =
    remainingSeconds != null && fraction >= MEASURED_FROM
      ? [say(`${duration(remainingSeconds)} left`, `reste ${duration(remainingSeconds)}`)]
      : [];
  return [
    ...left,
    ...(nozzle?.target > 0 ? [heater(say('nozzle', 'buse'), nozzle)] : []),
    ...(bed?.target > 0 ? [heater(say('bed', 'plateau'), bed)] : []),
  ];
}

function stateOf(job, run) {
  if (job.state !== 'running' || !run) return job.state;
  const heats = isHeating(run.progress?.nozzle) || isHeating(run.progress?.bed);
  return run.state === 'printing' && heats ? 'heating' : run.state;
}

const label = (fileName, machineName) => `${fileName} → ${machineName}`;

function progressOf(job, machineNames) {
  const run = job.runs.at(-1);
  const state = stateOf(job, run);
  const live = run?.progress;
  return {
    label: run ? label(job.fileName, machineNames.get(run.machineId)) : job.fileName,
    state: stateWord(state),
    fraction: state === 'done' ? 1 : (live?.fraction ?? null),
    details: state === 'done' ? [] : details(live),
  };
}

const widestLabel = (jobs, names) =>
  Math.max(...jobs.flatMap(({ fileName }) => names.map((name) => label(fileName, name).length)));

/**
 * Shows jobs until all have ended, one bar each.
 * @param {import('../lib/api-client.mjs').ApiClient} api
 * @param {string[]} jobIds
 * @param {Map<string, string>} machineNames by machine id
 * @param {number} timeoutMs
 * @returns {Promise<object[]>} the jobs as they ended, or as they were when time ran out
 */
export async function followJobs(api, jobIds, machineNames, timeoutMs) {
  const deadline = performance.now() + timeoutMs;
  let board;
  for (;;) {
    const jobs = await Promise.all(jobIds.map((id) => api.get(`/api/v1/jobs/${id}`)));
    board ??= new ProgressBoard(widestLabel(jobs, [...machineNames.values()]));
    board.show(jobs.map((job) => progressOf(job, machineNames)));
    if (jobs.every(({ state }) => ENDED.includes(state)) || performance.now() > deadline) return jobs;
    await pause(POLL_MS);
  }
}

/** How the labs of the demonstration were used in the last two weeks: decided here, written by past.mjs. */

const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
const DAYS = 14;
/** In UTC: eleven in the morning and eighteen o'clock in Dijon, give or take the summer's hour. */
const OPENS_AT_MS = 9 * 3_600_000;
const CLOSES_AT_MS = 17 * 3_600_000;
/** Between two prints a person clears the bed and starts the next. */
const PAUSES_MINUTES = [6, 14, 9, 22, 11];
/** Of so many prints one fails. */
const ONE_FAILS_OF = 19;
const SUNDAY = 0;

/**
 * @typedef {object} PastFile
 * @property {string} sha256
 * @property {string} fileName
 * @property {string} material
 * @property {number} seconds that a machine takes
 * @property {number[]} filamentUm for each tool
 *
 * @typedef {object} PastPrint
 * @property {PastFile} file
 * @property {string} machine its key
 * @property {string} memberId
 * @property {number} submittedAt
 * @property {number} startedAt
 * @property {number} endedAt
 * @property {'done' | 'failed'} outcome
 */

/** The days when the labs were open, as the beginning of each in UTC. */
function openDays(now) {
  const today = now - (now % DAY_MS);
  return Array.from({ length: DAYS }, (_, at) => today - (DAYS - at) * DAY_MS).filter(
    (day) => new Date(day).getUTCDay() !== SUNDAY,
  );
}

/**
 * The prints of one machine on one day, one after another until the lab closes.
 * @param {{ day: number, machine: string, files: PastFile[], memberIds: string[], first: number }} options
 * @returns {PastPrint[]}
 */
function printsOfDay({ day, machine, files, memberIds, first }) {
  /** @type {PastPrint[]} */
  const prints = [];
  let at = day + OPENS_AT_MS + PAUSES_MINUTES[first % PAUSES_MINUTES.length] * MINUTE_MS;
  for (let number = first; ; number++) {
    const file = files[number % files.length];
    const endedAt = at + file.seconds * 1000;
    if (endedAt > day + CLOSES_AT_MS) return prints;
    const outcome = number % ONE_FAILS_OF === ONE_FAILS_OF - 1 ? 'failed' : 'done';
    const waited = PAUSES_MINUTES[(number + 2) % PAUSES_MINUTES.length] * MINUTE_MS;
    const memberId = memberIds[(number * 7) % memberIds.length];
    prints.push({ file, machine, memberId, submittedAt: at - waited, startedAt: at, endedAt, outcome });
    at = endedAt + PAUSES_MINUTES[number % PAUSES_MINUTES.length] * MINUTE_MS;
  }
}

/**
 * @param {object} lab
 * @param {number} lab.now
 * @param {Record<string, string>} lab.materials what each machine has loaded, by its key
 * @param {PastFile[]} lab.files
 * @param {string[]} lab.memberIds
 * @returns {PastPrint[]} in the order in which they ended
 */
export function planPast({ now, materials, files, memberIds }) {
  const prints = openDays(now).flatMap((day, dayNumber) =>
    Object.entries(materials).flatMap(([machine, material], at) =>
      printsOfDay({
        ...{ day, machine, memberIds },
        files: files.filter((file) => file.material === material),
        first: dayNumber * 5 + at * 3,
      }),
    ),
  );
  return prints.sort((one, other) => one.endedAt - other.endedAt);
}

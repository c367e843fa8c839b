import { crowdOf, hoursOf } from './calendar.mjs';
import { HOUR_MS, idAt, instantAt, MINUTE_MS } from './days.mjs';
import { PARTS } from './names.mjs';
import { around, between, pick, weighted } from './random.mjs';

/** How the members of a category are charged: its tariff group. */
const GROUPS = { resident: 'resident', student: 'student', 'school-group': 'school' };
const OUTCOMES = { done: 90, failed: 7, cancelled: 3 };
const MATERIALS = { PLA: 74, PETG: 20, TPU: 6 };
const CENTS = { setUp: 50, hour: 300, gramHundredths: 834 };
const PAUSE_MINUTES = 12;
const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 280;
const LAST_MINUTE = 22 * 60;
/** So many are for a group, and so many for a client. */
const FOR_GROUP = 0.08;
const FOR_CLIENT = 0.05;
const TWO_MATERIALS = 0.06;
/** So many of those that cost something were free all the same: a quota of the month. */
const WITH_QUOTA = 0.15;

function meanOfMachine({ size, labs, printDays }) {
  let weight = 0;
  for (const day of printDays)
    for (const lab of labs)
      if (hoursOf(lab, day).length > 0) weight += lab.machines.length * lab.weight * crowdOf(day);
  return weight === 0 ? 0 : (size.prints * printDays.length) / 365 / weight;
}

/**
 * @typedef {ReturnType<typeof printAt>} Print
 */

/**
 * Every print, one after another on each machine.
 * @param {import('./world.mjs').World} world
 * @returns {Generator<Print>}
 */
export function* printsOf(world) {
  const random = world.random('prints');
  const mean = meanOfMachine(world);
  const longest = Math.min(
    LONGEST_MINUTES,
    Math.max(SHORTEST_MINUTES, Math.floor(360 / Math.max(1, mean * 1.6))),
  );
  let number = 0;
  for (const day of world.printDays)
    for (const lab of world.labs) {
      const hours = hoursOf(lab, day);
      if (hours.length === 0) continue;
      for (const machineId of lab.machines) {
        const wanted = around(random, mean * lab.weight * crowdOf(day));
        let at = hours[0][0] + between(random, 2, 40);
        for (let n = 0; n < wanted && at < LAST_MINUTE; n++) {
          const minutes = between(random, SHORTEST_MINUTES, longest);
          yield printAt(world, random, { day, lab, machineId, from: at, minutes, number: number++ });
          at += minutes + PAUSE_MINUTES;
        }
      }
    }
}

/** @param {any} world @param {import('./random.mjs').Random} random @param {any} at */
function printAt(world, random, { day, lab, machineId, from, minutes, number }) {
  const startedAt = instantAt(day, from, lab.zone);
  const person = personAt(world, random, startedAt);
  const outcome = weighted(random, OUTCOMES);
  const seconds = Math.round(minutes * 60 * (outcome === 'done' ? 1 : 0.1 + random() * 0.8)) + 0.5;
  const endedAt = Math.round(startedAt + seconds * 1000);
  const way = random();
  const order = world.clientPrints && way < FOR_CLIENT ? orderAt(world, random, startedAt) : undefined;
  const group = !order && way < FOR_CLIENT + FOR_GROUP ? pick(random, world.groups) : undefined;
  const category = order ? 'organisation' : group ? 'school' : (GROUPS[person.category] ?? 'member');
  const materials = materialsOf(random, seconds);
  const grams = materials.reduce((sum, { milligrams }) => sum + milligrams, 0) / 1000;
  const valueCents =
    CENTS.setUp + Math.round((CENTS.hour * seconds) / 3600 + (CENTS.gramHundredths * grams) / 100);
  return {
    ...{ number, day, labId: lab.id, machineId, memberId: person.id, order, groupId: group?.id ?? null },
    ...{ submittedAt: startedAt - between(random, 5, 200) * MINUTE_MS, startedAt, endedAt, outcome, seconds },
    ...{
      fileName: `${pick(random, PARTS)}-v${between(random, 1, 9)}.gcode`,
      category,
      materials,
      valueCents,
    },
    chargedCents: category === 'resident' ? 0 : valueCents,
    freeByQuota: random() < WITH_QUOTA && category === 'member',
  };
}

function personAt({ people }, random, at) {
  let person = pick(random, people);
  for (let tries = 0; tries < 5 && person.createdAt > at; tries++) person = pick(random, people);
  return person.createdAt > at ? people[0] : person;
}

function orderAt({ orders }, random, at) {
  const before = orders.filter(({ createdAt }) => createdAt <= at);
  return before.length > 0 ? pick(random, before.slice(-3)) : undefined;
}

function materialsOf(random, seconds) {
  const milligrams = Math.round((seconds / 3600) * between(random, 5_000, 14_000));
  const material = weighted(random, MATERIALS);
  if (random() >= TWO_MATERIALS) return [{ material, milligrams }];
  return [
    { material, milligrams },
    { material: material === 'PLA' ? 'PVA' : 'PLA', milligrams: Math.round(milligrams / 5) },
  ];
}

/** Ids of a print: its batch, job, run and usage record. */
const idsOf = ({ submittedAt, startedAt, endedAt, number }) => ({
  batch: idAt(submittedAt, 96, number),
  job: idAt(submittedAt, 97, number),
  run: idAt(startedAt, 98, number),
  usage: idAt(endedAt, 99, number),
});

/** @param {import('./world.mjs').World} world */
export const fileRows = ({ files, openedAt }) =>
  files
    .filter(({ isNew }) => isNew)
    .map(({ sha256 }) => ({ sha256, bytes: 1, state: 'pending', createdAt: openedAt }));

/** @param {import('./world.mjs').World} world */
export function* batchRows(world) {
  for (const print of world.prints)
    yield {
      ...{ id: idsOf(print).batch, memberId: print.memberId, submittedBy: world.admin, quantity: 1 },
      createdAt: print.submittedAt,
    };
}

/** @param {import('./world.mjs').World} world */
export function* jobRows(world) {
  for (const print of world.prints) {
    const { batch, job } = idsOf(print);
    yield {
      ...{ id: job, batchId: batch, memberId: print.memberId, labId: print.labId, groupId: print.groupId },
      ...{ prestationId: print.order ? world.orderIdOf(print.order.id) : null },
      ...{ fileSha256: world.files[print.number % world.files.length].sha256, fileName: print.fileName },
      ...{ foldedFileName: world.folded(print.fileName), material: print.materials[0].material },
      ...{
        state: print.outcome === 'done' ? 'done' : 'cancelled',
        rank: String(print.number).padStart(15, '0'),
      },
      ...{ createdAt: print.submittedAt, changedAt: print.endedAt },
    };
  }
}

/** @param {import('./world.mjs').World} world */
export function* runRows(world) {
  for (const print of world.prints) {
    const { job, run } = idsOf(print);
    yield {
      ...{ id: run, jobId: job, labId: print.labId, machineId: print.machineId, spools: '[]' },
      ...{ state: print.outcome, active: false, linesSent: 900, linesAcknowledged: 900, resends: 0 },
      ...{ filamentUm: '[0]', exact: true, seconds: print.seconds, assignedAt: print.startedAt },
      ...{ startedAt: print.startedAt, endedAt: print.endedAt },
    };
  }
}

/** @param {import('./world.mjs').World} world */
export function* usageRows(world) {
  for (const print of world.prints) {
    const { job, run, usage } = idsOf(print);
    const { memberId, labId, groupId, category, fileName, seconds, valueCents, chargedCents } = print;
    yield {
      ...{ id: usage, runId: run, jobId: job, labId, memberId, groupId, category, fileName, seconds },
      ...{ prestationId: print.order ? world.orderIdOf(print.order.id) : null },
      materials: JSON.stringify(print.materials),
      ...{ tariffVersionId: world.tariffVersionId, valueCents, chargedCents, lines: '[]', at: print.endedAt },
    };
  }
}

/** Accounts of the members who have a month’s free use. @param {import('./world.mjs').World} world */
export function accountRows(world) {
  const members = new Set();
  for (const print of world.prints) if (print.freeByQuota) members.add(print.memberId);
  return [...members].map((memberId, at) => ({
    ...{ memberId, reference: `PF-${String(at).padStart(6, '0')}`, balanceCents: 0, entries: 0 },
    ...{ invoicedThrough: 0, createdAt: world.openedAt },
  }));
}

/** What was free for a member this month, of prints that cost something. @param {import('./world.mjs').World} world */
export function* chargeRows(world) {
  for (const print of world.prints) {
    if (!print.freeByQuota) continue;
    const freeCents = Math.round(print.valueCents / 2);
    yield {
      ...{ usageRecordId: idsOf(print).usage, memberId: print.memberId, sequence: 0, part: 'all' },
      ...{ month: monthOf(print.endedAt), measure: 'euros', freeAmount: freeCents, freeCents },
      ...{ netCents: print.valueCents - freeCents, categoryCode: 'S', rateBasisPoints: 2000 },
      ...{ cents: Math.round((print.valueCents - freeCents) * 1.2), at: print.endedAt },
    };
  }
}

/** Prints end in the evening at the latest: the month in UTC + 1 is that of Paris. */
const monthOf = (at) => new Date(at + HOUR_MS).toISOString().slice(0, 7);

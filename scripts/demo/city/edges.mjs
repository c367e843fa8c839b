import { HOUR_MS, idAt } from './days.mjs';

/**
 * Rows that a real city has seldom and a count can easily get wrong: at the bounds of half-years, of people who were
 * erased, undone, without a price. For tests.
 * @param {import('./world.mjs').World} world
 * @returns {[string, Record<string, any>[]][]}
 */
export function edgeTables(world) {
  return [
    ['members', memberEdges(world)],
    ['visits', visitEdges(world)],
    ['lab_openings', openingEdges(world)],
    ['inductions', inductionEdges(world)],
    ['sessions', sessionEdges(world)],
    ['registrations', registrationEdges(world)],
    ['payments', paymentEdges(world)],
    ...printEdges(world),
    ...personEdges(world),
  ];
}

/** 1 January, 30 June and 1 July: their first and last milliseconds in Paris, and one outside. */
const BOUNDS = [
  ...['2025-12-31T22:59:59.999Z', '2025-12-31T23:00:00.000Z', '2026-06-30T21:59:59.999Z'],
  ...['2026-06-30T22:00:00.000Z', '2026-12-31T22:59:59.999Z', '2024-12-31T23:00:00.000Z'],
].map((text) => Date.parse(text));

const memberEdges = ({ labs }) =>
  BOUNDS.map((createdAt, at) => ({
    ...{ id: idAt(createdAt, 160, at), category: 'student', createdAt },
    homeLabId: at % 2 === 0 ? labs[0].id : null,
  }));

const inductionEdges = ({ people, labs, admin }) =>
  BOUNDS.map((grantedAt, at) => ({
    ...{ id: idAt(grantedAt, 161, at), memberId: people[at].id, kind: 'printer', labId: labs[at % 2].id },
    ...{ grantedBy: admin, grantedAt, validUntil: at === 1 ? grantedAt + HOUR_MS : null },
    ...(at === 2
      ? { withdrawnBy: admin, withdrawnAt: grantedAt + HOUR_MS, withdrawnReason: 'Erreur' }
      : { withdrawnBy: null, withdrawnAt: null, withdrawnReason: null }),
  }));

/** Late in the evening of the last day, and after midnight; a row that was undone; many people at once. */
const visitEdges = ({ labs, people, admin }) =>
  [
    ['2025-12-31T22:59:00Z', '2025-12-31', 1, null, null],
    ['2025-12-31T23:01:00Z', '2026-01-01', 2, null, null],
    ['2026-06-30T21:59:00Z', '2026-06-30', 1, people[0].id, null],
    ['2026-06-30T22:01:00Z', '2026-07-01', 1, people[1].id, null],
    ['2026-03-29T01:30:00Z', '2026-03-29', 30, null, null],
    ['2026-10-25T00:30:00Z', '2026-10-25', 4, null, null],
    ['2026-05-05T10:00:00Z', '2026-05-05', 500, people[2].id, 1],
  ].map(([at, day, count, memberId, undone], number) => ({
    ...{ id: idAt(Date.parse(String(at)), 162, number), labId: labs[0].id, at: Date.parse(String(at)), day },
    ...{ public: 'adult', purpose: 'make', people: count, memberId },
    ...{ category: memberId === null ? null : 'resident', accountId: admin },
    undoneAt: undone === null ? null : Date.parse(String(at)) + 1000,
  }));

/** Over New Year’s Eve, over both bounds of a half-year, over the change of the clock, and two that overlap. */
const openingEdges = ({ labs, admin }) =>
  [
    ['2025-12-31T20:00:00Z', '2026-01-01T03:00:00Z', '2025-12-31', 0],
    ['2026-06-30T19:00:00Z', '2026-07-01T01:17:23.456Z', '2026-06-30', 1],
    ['2026-03-28T20:00:00Z', '2026-03-29T04:00:00Z', '2026-03-28', 0],
    ['2026-02-01T08:00:00Z', '2026-02-01T12:00:00Z', '2026-02-01', 1],
    ['2026-02-01T10:00:00Z', '2026-02-01T14:00:00Z', '2026-02-01', 1],
    ['2026-02-01T10:30:00Z', '2026-02-01T11:00:00Z', '2026-02-01', 1],
  ].map(([openedAt, closedAt, day, lab], at) => ({
    ...{
      id: idAt(Date.parse(String(openedAt)), 163, at),
      labId: labs[Number(lab)].id,
      day,
      accountId: admin,
    },
    ...{ openedAt: Date.parse(String(openedAt)), closedAt: Date.parse(String(closedAt)), note: 'Soirée' },
  }));

/** A session over midnight of New Year’s Eve, and one that was held without a person. */
const sessionEdges = ({ labs, topics, admin }) =>
  [
    ['2025-12-31T21:00:00Z', '2025-12-31', 'held', 3],
    ['2026-07-01T08:00:00Z', '2026-07-01', 'held', null],
    ['2026-06-30T08:00:00Z', '2026-06-30', 'planned', null],
  ].map(([from, day, state, headCount], at) => ({
    ...{ id: idAt(Date.parse(String(from)), 164, at), kind: 'workshop', state, labId: labs[0].id },
    ...{
      topicId: topics[at].id,
      title: topics[at].nameFr,
      trainerId: admin,
      fromAt: Date.parse(String(from)),
    },
    ...{ untilAt: Date.parse(String(from)) + 4 * HOUR_MS, day, capacity: null, audience: 'everyone' },
    ...{ isPublic: true, priceCents: 0, cancelHours: 24, headCount, version: 1, createdBy: admin },
    createdAt: Date.parse(String(from)) - HOUR_MS,
  }));

/** Of people who were erased; of one who cancelled and was marked all the same; at a session that was not held. */
function registrationEdges(world) {
  const [first, second, third] = sessionEdges(world);
  const { people, admin } = world;
  return [
    [first, null, 'registered', 'present', 'resident'],
    [first, null, 'registered', 'absent', null],
    [first, people[3].id, 'cancelled', 'present', 'resident'],
    [first, people[4].id, 'registered', 'present', 'student'],
    [second, null, 'registered', 'present', null],
    [second, people[5].id, 'waiting', 'present', 'resident'],
    [second, people[7].id, 'waiting', 'absent', null],
    [third, people[6].id, 'registered', 'present', 'resident'],
  ].map(([session, memberId, state, attendance, category], at) => ({
    ...{ id: idAt(session.createdAt, 165, at), sessionId: session.id, memberId, state, registeredBy: admin },
    ...{ registeredAt: session.createdAt, cancelledLate: false, attendance, category },
    ...{ markedBy: admin, markedAt: session.fromAt },
  }));
}

/** Money of a member’s account, which is in the books already; an entry that was wrong and its opposite. */
const paymentEdges = ({ people, labs, admin }) =>
  [
    ['2026-06-30', 'payment', 'account', 12_345],
    ['2026-06-30', 'payment', 'cash', 777],
    ['2026-07-01', 'reversal', 'cash', -777],
  ].map(([day, kind, means, cents], at) => ({
    ...{ id: idAt(Date.parse(`${day}T10:00:00Z`), 166, at), number: `RX-2026-${at + 1}`, kind, means, cents },
    ...{ paidOn: day, bookedOn: day, memberId: people[7].id, labId: labs[0].id, payer: 'Membre' },
    ...{ foldedWords: 'membre', createdBy: admin, at: Date.parse(`${day}T10:00:00Z`), salt: '' },
  }));

/** Ended in the first and the last milliseconds of half-years; without a price; not done. */
function printEdges({ people, labs, admin, files, tariffVersionId }) {
  const prints = BOUNDS.map((at, number) => ({
    ...{
      at,
      number,
      labId: labs[0].id,
      memberId: people[number + 10].id,
      state: number === 2 ? 'cancelled' : 'done',
    },
    ...{ batch: idAt(at, 167, number), job: idAt(at, 168, number), run: idAt(at, 169, number) },
  }));
  return /** @type {[string, Record<string, any>[]][]} */ ([
    [
      'batches',
      prints.map(({ at, batch, memberId }) => ({
        ...{ id: batch, memberId, submittedBy: admin, quantity: 1, createdAt: at },
      })),
    ],
    [
      'jobs',
      prints.map(({ at, batch, job, labId, memberId }) => ({
        ...{ id: job, batchId: batch, memberId, labId, fileSha256: files[0].sha256, fileName: 'bord.gcode' },
        ...{ state: 'done', createdAt: at, changedAt: at },
      })),
    ],
    [
      'runs',
      prints.map(({ at, job, run, labId, state }) => ({
        ...{ id: run, jobId: job, labId, machineId: labs[0].machines[0], spools: '[]', state, active: false },
        ...{ linesSent: 1, linesAcknowledged: 1, resends: 0, filamentUm: '[0]', exact: true, seconds: 60 },
        ...{ assignedAt: at, startedAt: at, endedAt: at },
      })),
    ],
    ['runs', unrecordedRuns(prints, labs)],
    [
      'usage_records',
      prints.map(({ at, number, job, run, labId, memberId }) => ({
        ...{ id: idAt(at, 170, number), runId: run, jobId: job, labId, memberId, category: 'resident' },
        ...{
          fileName: 'bord.gcode',
          seconds: 123.25,
          materials: '[{"material":"PLA","milligrams":499}]',
          at,
        },
        ...(number === 1
          ? { tariffVersionId: null, valueCents: null, chargedCents: null, lines: null }
          : { tariffVersionId, valueCents: 101, chargedCents: number, lines: '[]' }),
      })),
    ],
  ]);
}

/** Of jobs that were made at the second attempt: the first one failed, was interrupted, or never began. */
const unrecordedRuns = (prints, labs) =>
  prints.map(({ at, number, job, labId }) => ({
    ...{ id: idAt(at, 174, number), jobId: job, labId, machineId: labs[0].machines[0], spools: '[]' },
    ...{ state: ['failed', 'interrupted', 'cancelled'][number % 3], active: false, linesSent: 1 },
    ...{ linesAcknowledged: 1, resends: 0, filamentUm: '[0]', exact: false, seconds: 1800.5 * number },
    ...{
      assignedAt: at,
      startedAt: number % 3 === 2 ? null : at - HOUR_MS,
      endedAt: number === 5 ? null : at,
    },
  }));

/** An order of a private person, whom no report names, and whose line has no activity. */
function personEdges({ admin }) {
  const at = Date.parse('2026-03-31T10:00:00Z');
  const [client, order] = [idAt(at, 171, 0), idAt(at, 172, 0)];
  const tax = { categoryCode: 'S', rateBasisPoints: 2000, exemptionCode: null, exemptionText: null };
  const line = {
    ...{
      position: 1,
      kind: 'item',
      label: 'Pièce',
      details: [],
      quantity: '1',
      unit: 'C62',
      unitPrice: '10.01',
    },
    ...{
      basis: 1,
      discounts: [],
      netCents: 1001,
      nature: 'services',
      activity: null,
      tax,
      sourceLineId: null,
    },
    ...{ cites: null, creditedPosition: null },
  };
  const totals = { linesCents: 1001, discountCents: 0, netCents: 1001, vatCents: 200, grossCents: 1201 };
  const day = '2026-03-31';
  const content = {
    ...{ form: 1, kind: 'invoice', number: 'FA-2026-900001', version: 1, issuedOn: day, dueOn: day },
    ...{ client: { kind: 'person', name: 'Odile Perrin' }, seller: { name: 'Association' }, lines: [line] },
    ...{ discounts: [], vat: [{ ...tax, baseCents: 1001, vatCents: 200 }], totals, cites: [], notes: [] },
  };
  return /** @type {[string, Record<string, any>[]][]} */ ([
    [
      'organisations',
      [
        {
          ...{ id: client, name: 'Odile Perrin', kind: 'person', addressLine: '1 rue X', postcode: '21000' },
          ...{ city: 'Dijon', countryCode: 'FR', createdAt: at },
        },
      ],
    ],
    [
      'prestations',
      [
        {
          ...{
            id: order,
            reference: 'PR-2026-9001',
            organisationId: client,
            title: 'Pièce',
            state: 'invoiced',
          },
          ...{ createdBy: admin, createdAt: at, changedAt: at },
        },
      ],
    ],
    [
      'documents',
      [
        {
          ...{ id: idAt(at, 173, 0), kind: 'invoice', state: 'issued', number: 'FA-2026-900001', version: 1 },
          ...{ prestationId: order, organisationId: client, request: '{}', content: JSON.stringify(content) },
          ...{
            clientName: 'Odile Perrin',
            reference: 'PR-2026-9001',
            title: 'Pièce',
            issuedOn: day,
            dueOn: day,
          },
          ...{ netCents: 1001, vatCents: 200, grossCents: 1201, createdBy: admin, createdAt: at },
          ...{ issuedBy: admin, issuedAt: at, salt: '' },
        },
      ],
    ],
  ]);
}

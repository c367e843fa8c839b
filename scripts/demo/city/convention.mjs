import { addDays, idAt, instantAt } from './days.mjs';

/**
 * An agreement for three years, with the aims of `docs/indicators.md`: title, sentence of the agreement, and for each
 * indicator its parameters and what it should reach in half a year for each 1000 visits a year.
 */
/** @type {[title: string, quotation: string, indicators: [string, Record<string, string>, number | null][]][]} */
const OBJECTIVES = [
  [
    'Ouvrir les labs à tous',
    'Ouvrir progressivement des fablabs dans toute la ville, avec des outils de toute nature.',
    [
      ['visits', {}, 480],
      ['hours-open', {}, 300],
      ['members-reached', {}, 22],
      ['new-members', {}, 6],
      ['prints', {}, 36],
      ['machine-hours', {}, 90],
    ],
  ],
  [
    'Un accès gratuit pour les habitants',
    'L’accès est gratuit pour les habitants de la ville.',
    [
      ['residents-share', {}, null],
      ['free-access-value', {}, 9000],
    ],
  ],
  [
    'Apprendre et accompagner',
    'Des séances individuelles dans les points d’accès et une quarantaine d’initiations.',
    [
      ['individual-sessions', {}, 20],
      ['sessions-held', { kind: 'course' }, 14],
      ['topics-taught', {}, null],
      ['attendances', {}, 120],
      ['inductions', {}, 3],
    ],
  ],
  [
    'Les écoles et les autres espaces numériques',
    'Soutenir les écoles, en lien avec l’éducation prioritaire, et former les autres espaces publics numériques.',
    [
      ['schools', {}, null],
      ['priority-schools', {}, null],
      ['school-pupils', {}, 90],
      ['spaces-trained', {}, null],
      ['projects-done', {}, null],
    ],
  ],
  [
    'De nouvelles recettes',
    'Des activités nouvelles de prestataire, notamment des projets vidéo, pour de nouvelles recettes.',
    [
      ['income-services', {}, 60_000],
      ['income-services', { activity: 'video' }, 25_000],
      ['result', {}, null],
    ],
  ],
];
/** Targets that do not grow with the number of visits. */
const FIXED = { 'residents-share': 60, 'topics-taught': 10, schools: 6, 'priority-schools': 3 };
const FIXED_MORE = { 'spaces-trained': 4, 'projects-done': 5, result: 0 };
const SUBSIDY = /** @type {const} */ ([
  ['Ville de Dijon', 'Premier acompte', '02-15', 6_000_000],
  ['État', 'Subvention de l’État', '05-31', 6_000_000],
  ['Ville de Dijon', 'Solde', '10-15', 6_000_000],
]);
const LATE_DAYS = 12;
const COSTS = /** @type {const} */ ([
  ['Personnel', 'cost', 1_290_000],
  ['Matière et petit matériel', 'cost', 62_000],
  ['Énergie et réseau', 'cost', 91_000],
  ['Assurances et divers', 'cost', 38_000],
  ['Locaux prêtés', 'in-kind', 240_000],
  ['Bénévolat', 'in-kind', 46_000],
]);
const YEARS = 3;

const periodsOf = (firstYear) =>
  Array.from({ length: YEARS }, (_, at) => firstYear + at).flatMap((year) => [
    `${year}-H1`,
    `${year}-H2`,
    `${year}`,
  ]);

/**
 * The convention with everything in it, as rows by table.
 * @param {import('./world.mjs').World} world
 * @returns {[string, Record<string, any>[]][]}
 */
export function conventionTables(world) {
  const year = Number(world.from.slice(0, 4));
  const createdAt = instantAt(`${year}-01-05`, 600);
  const conventionId = idAt(createdAt, 128, 0);
  const by = { createdBy: world.admin, createdAt };
  const objectives = OBJECTIVES.map(([title, quotation], at) => ({
    ...{ id: idAt(createdAt, 129, at), conventionId, position: at + 1, title, quotation },
  }));
  const indicators = OBJECTIVES.flatMap(([, , list], objective) =>
    list.map(([indicator, parameters, target], at) => ({
      ...{ id: idAt(createdAt, 130, objective * 100 + at), objectiveId: objectives[objective].id },
      ...{
        position: at + 1,
        indicator,
        parameters,
        target: target ?? { ...FIXED, ...FIXED_MORE }[indicator],
      },
      isFixed: target === null,
    })),
  );
  return [
    [
      'conventions',
      [
        {
          ...{ id: conventionId, title: `Convention d’objectifs et de moyens ${year}-${year + YEARS - 1}` },
          parties: JSON.stringify(['Ville de Dijon', 'État', 'Association PandaFab']),
          ...{ startsOn: `${year}-01-01`, endsOn: `${year + YEARS - 1}-12-31`, version: 1, ...by },
        },
      ],
    ],
    ['convention_objectives', objectives],
    [
      'objective_indicators',
      indicators.map(({ target: _, isFixed: __, parameters, ...row }) => ({
        ...{ ...row, parameters: JSON.stringify(parameters) },
      })),
    ],
    ['indicator_targets', targetRows(world, indicators, periodsOf(year), createdAt)],
    ['subsidy_instalments', instalmentRows(world, conventionId, year)],
    ['convention_costs', [...costRows(world, conventionId, by)]],
  ];
}

function targetRows({ size }, indicators, periods, createdAt) {
  let number = 0;
  return indicators.flatMap(({ id, indicator, target, isFixed }) =>
    periods.map((period) => {
      const halves = period.includes('H') || indicator.endsWith('-share') ? 1 : 2;
      const whole = isFixed ? target : (target * size.visits) / 1000;
      return {
        ...{ id: idAt(createdAt, 131, number++), objectiveIndicatorId: id, period },
        target: Math.round(whole * (isFixed ? 1 : halves)),
      };
    }),
  );
}

function instalmentRows({ today }, conventionId, firstYear) {
  let number = 0;
  return Array.from({ length: YEARS }, (_, at) => firstYear + at).flatMap((year) =>
    SUBSIDY.map(([payer, label, date, cents]) => {
      const dueOn = `${year}-${date}`;
      const receivedOn = addDays(dueOn, LATE_DAYS * (number % 3));
      return {
        ...{
          id: idAt(instantAt(dueOn, 0), 132, number++),
          conventionId,
          label: `${label} ${year}`,
          payer,
          dueOn,
        },
        ...{ cents, receivedOn: receivedOn < today ? receivedOn : null },
      };
    }),
  );
}

/** Each month; material is bought by each lab. */
function* costRows(world, conventionId, by) {
  const random = world.random('costs');
  const months = [...new Set(world.pastDays.map((day) => day.slice(0, 7)))];
  let number = 0;
  for (const month of months)
    for (const [heading, kind, cents] of COSTS) {
      const labs = heading.startsWith('Matière') ? world.labs : [null];
      for (const lab of labs) {
        const day = `${month}-${String(10 + (number % 15)).padStart(2, '0')}`;
        if (day >= world.today) continue;
        yield {
          ...{ id: idAt(instantAt(day, 0), 133, number++), conventionId, labId: lab?.id ?? null, day, kind },
          ...{ heading, cents: Math.round((cents / labs.length) * (0.94 + random() * 0.12)), ...by },
        };
      }
    }
}

import { addDays } from './city/days.mjs';

/** A report is presented so many days after its period: staff write their comments first. */
const PRESENTED_AFTER_DAYS = 24;

/** The introduction, by half-year. */
const INTROS = {
  H1: 'Le premier semestre a été porté par les cours d’initiation et par les classes, nombreuses au printemps. Les labs sont restés ouverts à tous, sans rendez-vous.',
  H2: 'L’été est plus calme : les labs ferment deux semaines en août. La rentrée a relancé les cours, et les ateliers du samedi affichent complet.',
  year: 'Cette année confirme la place des labs dans les quartiers : un lieu où l’on apprend, où l’on fabrique, et où l’on se fait aider.',
};

/** What staff wrote beside the objectives, by their title. */
const COMMENTS = {
  'Ouvrir les labs à tous':
    'Les horaires du mercredi et du samedi sont les plus suivis. Une soirée par semaine a été ajoutée pour les salariés.',
  'Un accès gratuit pour les habitants':
    'Les habitants restent la majorité des usagers. Les justificatifs sont demandés à la première impression.',
  'Apprendre et accompagner':
    'Les rendez-vous individuels répondent à une demande forte, surtout pour les démarches en ligne.',
  'Les écoles et les autres espaces numériques':
    'Les projets avec les écoles en éducation prioritaire se construisent sur l’année scolaire.',
  'De nouvelles recettes': 'Les films commandés par les associations sont la première recette de prestation.',
};
/** Beside an indicator. */
const REMARKS = {
  visits: 'Les entrées sont comptées à la porte ; les groupes scolaires comptent chaque élève.',
};

const halvesFrom = (startsOn, today) => {
  const found = [];
  for (let year = Number(startsOn.slice(0, 4)); year <= Number(today.slice(0, 4)); year++)
    for (const [half, from, until] of [
      ['H1', `${year}-01-01`, `${year}-06-30`],
      ['H2', `${year}-07-01`, `${year}-12-31`],
    ])
      if (from <= today) found.push({ period: `${year}-${half}`, intro: INTROS[half], until });
  return found;
};

const yearsOf = (halves) =>
  halves
    // A year of which the city had both halves.
    .filter(({ period }, at) => period.endsWith('H2') && at > 0)
    .map(({ period, until }) => ({ period: period.slice(0, 4), intro: INTROS.year, until }));

/**
 * Which reports there are: of each half-year of the last two years, of the years among them, and of each lab for the
 * last half-year that is over. The period that runs is a draft, as is one that was over just now.
 * @param {{ startsOn: string, objectives: { id: string, title: string, indicators: { id: string, indicator: string }[] }[] }} convention
 * @param {string[]} labIds
 * @param {string} today
 * @returns {{ period: string, labId: string | null, presentedOn: string | null,
 *   comments: { key: string, text: string }[] }[]} the earliest first
 */
export function plannedReports({ startsOn, objectives }, labIds, today) {
  const beside = objectives.flatMap(({ id, title, indicators }) => [
    ...(COMMENTS[title] ? [{ key: `objective-${id}`, text: COMMENTS[title] }] : []),
    ...indicators.flatMap(({ id: own, indicator }) =>
      REMARKS[indicator] ? [{ key: `indicator-${own}`, text: REMARKS[indicator] }] : [],
    ),
  ]);
  const halves = halvesFrom(startsOn, today).slice(-5);
  const over = halves.filter(({ until }) => until < today);
  const periods = [...halves, ...yearsOf(over)].sort((one, other) => (one.until < other.until ? -1 : 1));
  const last = over.at(-1);
  const all = [
    ...periods.map((each) => ({ ...each, labId: null })),
    ...(last ? labIds.map((labId) => ({ ...last, labId })) : []),
  ];
  return all.map(({ period, intro, until, labId }) => {
    const day = addDays(until, PRESENTED_AFTER_DAYS);
    return {
      ...{ period, labId, presentedOn: day < today ? day : null },
      comments: labId === null ? [{ key: 'intro', text: intro }, ...beside] : [],
    };
  });
}

import { say } from '../lib/language.mjs';
import { roleWord } from './words.mjs';

const tell = (line) => process.stdout.write(`${line}\n`);

/** What each person can see and do in five minutes. */
const TOURS = {
  sacha: say(
    'the wall, beds to clear, spools, members',
    'le mur, les plateaux à libérer, les bobines, les membres',
  ),
  camille: say(
    'submit a file, follow it, free for residents',
    'déposer un fichier, le suivre, gratuit pour les habitants',
  ),
  ines: say(
    'client orders and invoices, the agreement and its reports',
    'prestations et factures, la convention et ses rapports',
  ),
  ada: say('the agenda, people at sessions', 'l’agenda, les personnes aux séances'),
};
const ADMIN_TOUR = say(
  'settings, tariffs, labs, the audit trail',
  'réglages, tarifs, labs, journal des actions',
);

/**
 * At the beginning: where to look, as whom, and for what.
 * @param {string} url of the pages
 * @param {Record<string, object>} people from `seedPeople`
 * @param {object} admin the first administrator's account
 */
export function tellTours(url, people, admin) {
  tell(
    say(
      `Look at it while it prints: ${url}, and sign in as`,
      `Regardez-la imprimer : ${url}, en vous connectant comme`,
    ),
  );
  const tours = Object.entries(TOURS).flatMap(([key, tour]) =>
    people[key] ? [{ ...people[key], tour }] : [],
  );
  for (const { email, password, roles, tour } of [
    ...tours,
    { ...admin, roles: ['administrator'], tour: ADMIN_TOUR },
  ])
    tell(
      `  ${email.padEnd(21)} ${password.padEnd(14)} ${roleWord(roles.at(-1))}${say(':', '\u00a0:')} ${tour}`,
    );
}

/**
 * Where to sign in, and as whom.
 * @param {string} url of the pages
 * @param {Record<string, object>} people from `seedPeople`
 * @param {object} admin the first administrator's account
 */
export function tellAccounts(url, people, admin) {
  const accounts = [{ ...admin, roles: ['administrator'] }, ...Object.values(people)];
  tell(`  ${say('The wall, once signed in: ', 'Le mur, une fois connecté : ')}${url}`);
  tell(
    `  ${say('API description, once signed in: ', 'Description de l’API, une fois connecté : ')}${url}/api/openapi.json`,
  );
  tell(say('  Accounts, made up for this demonstration:', '  Comptes, inventés pour cette démonstration :'));
  for (const { displayName, email, password, roles } of accounts) {
    const who = `${displayName} (${roles.map(roleWord).join(', ')})`;
    tell(`    ${email.padEnd(21)} ${password.padEnd(14)} ${who}`);
  }
}

import { inTerminalLanguage } from '../../city/terminal-language';
import { runParts } from '../run-parts';
import { measureYardstick } from '../yardstick';
import { measureGrowth } from './growth';
import { measureSpeed } from './speed';
import { measureYear } from './year/year';

const HELP = inTerminalLanguage(
  `npm run bench:queue [-- OPTIONS]

Measures the decision of the queue and its forecast, alone (no server, no database):
  speed    10 000 waiting jobs and 200 machines: a decision, and the expected hours of all
  growth   100 000 jobs in 50 labs, beside 10 000 jobs in 5 labs
  year     a year of a city of three labs from a seed, beside the rule of before (the oldest job that fits); and how
           right the expected starts are, with exact print times and with 15 % of noise
Prints a table; the last line of stdout is the same as one JSON object. Nothing else should be at work on this computer.

  --only <name>   one of these
  --quick         few jobs: shows that it works, measures little
  --help

Exit codes: 0 measured and all reached, 1 something missed or failed, 2 bad options.`,
  `npm run bench:queue [-- OPTIONS]

Mesure la décision de la file et sa prévision, seules (ni serveur, ni base de données) :
  speed    10 000 travaux en attente et 200 machines : une décision, et les heures prévues de tous
  growth   100 000 travaux dans 50 labs, à côté de 10 000 travaux dans 5 labs
  year     une année d’une ville de trois labs à partir d’une graine, à côté de la règle d’avant (le plus ancien travail
           possible) ; et la justesse des départs prévus, avec des durées exactes et avec 15 % de bruit
Affiche un tableau ; la dernière ligne de la sortie est la même chose en un objet JSON. Cet ordinateur ne devrait rien
faire d’autre.

  --only <nom>    l’un d’eux
  --quick         peu de travaux : montre que cela marche, mesure peu
  --help

Codes de sortie : 0 mesuré et tout est atteint, 1 un but manqué ou un échec, 2 mauvaises options.`,
);

const WHOLE = { jobs: 10_000, machines: 200 };
const QUICK = { jobs: 300, machines: 20 };

runParts({
  help: HELP,
  parts: {
    speed: async (quick) => [...measureYardstick(), ...measureSpeed(quick ? QUICK : WHOLE)],
    growth: async (quick) => measureGrowth(quick ? 40 : 2_000),
    year: async (quick) => measureYear(quick),
  },
});

import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { main, Stop } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { Launcher } from './lib/processes.mjs';
import { startRedis } from './lib/redis.mjs';
import { dataDirectory } from './lib/root.mjs';
import { startServer } from './lib/server.mjs';
import { ensureSetup } from './lib/setup.mjs';
import { freePort, portIsFree } from './lib/wait.mjs';

const HELP = say(
  `npm start

Sets up what is missing, then runs the service until Ctrl-C: the server, and a private Redis.
An empty database shows a one-time link here, to create the first administrator.

  PANDAFAB_DATA_DIR   where everything is kept          (.data/pandafab)
  PORT                web pages and HTTP API            (3000)
  PANDAFAB_MQTT_PORT  embedded MQTT broker for the labs (1883)
  REDIS_URL           use this Redis instead of a private one
  MQTT_URL            use this broker instead of the embedded one
  DATABASE_URL        use this PostgreSQL instead of SQLite in the data folder

Exit codes: 0 ended on request, 1 something failed, 2 something must be installed by hand (the lines are printed).`,
  `npm start

Prépare ce qui manque, puis fait tourner le service jusqu’à Ctrl-C : le serveur, et un Redis privé.
Une base vide affiche ici un lien à usage unique, pour créer le premier administrateur.

  PANDAFAB_DATA_DIR   où tout est gardé                     (.data/pandafab)
  PORT                pages web et API HTTP                 (3000)
  PANDAFAB_MQTT_PORT  serveur MQTT intégré, pour les labs   (1883)
  REDIS_URL           utiliser ce Redis au lieu d’un Redis privé
  MQTT_URL            utiliser ce serveur MQTT au lieu de l’intégré
  DATABASE_URL        utiliser ce PostgreSQL au lieu de SQLite dans le dossier de données

Codes de sortie : 0 arrêté sur demande, 1 un échec, 2 il faut installer quelque chose (les lignes sont affichées).`,
);

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });

/**
 * Said before anything starts: the server would fail on it half a minute later, in its log.
 * @param {string} variable name in the environment; 0 there takes any free port
 */
async function choosePort(variable, usual) {
  const number = Number(process.env[variable] || usual);
  if (number === 0) return freePort();
  if (await portIsFree(number, process.env.HOST || '127.0.0.1')) return number;
  throw new Stop(
    say(
      `Port ${number} is used by another program.\nEnd that program, or set ${variable} to another port.`,
      `Le port ${number} est pris par un autre programme.\nArrêtez ce programme, ou donnez un autre port dans ${variable}.`,
    ),
  );
}

async function serve(launcher, directory) {
  const port = await choosePort('PORT', 3000);
  const mqttPort = process.env.MQTT_URL ? 0 : await choosePort('PANDAFAB_MQTT_PORT', 1883);
  const redisUrl = process.env.REDIS_URL || (await startRedis(launcher, join(directory, 'redis')));
  await startServer(launcher, { directory, redisUrl, port, mqttPort });
  process.stdout.write(
    say(
      `PandaFab is ready: http://localhost:${port}   (Ctrl-C ends it)\n`,
      `PandaFab est prêt : http://localhost:${port}   (Ctrl-C l’arrête)\n`,
    ),
  );
}

await main(async () => {
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  await ensureSetup('start');
  const directory = dataDirectory('.data/pandafab');
  const launcher = new Launcher({ directory });
  return launcher.supervise(() => serve(launcher, directory));
});

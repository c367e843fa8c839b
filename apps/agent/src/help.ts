import { say } from './fault-words';

/** What `--help` prints, in the terminal's language. */
export const help = say(
  `Usage: agent [--take-over]
       agent enrol CODE --server URL [--replace] [--start]

The agent of one lab: runs on a computer next to the machines, prints what the server assigns, and continues while offline.

  enrol CODE    makes this computer a lab's agent, with the code from an administrator; the settings below are then
                kept in the data directory, and only those that differ need to be set
  --server URL  address of the server, such as https://fab.example.org
  --replace     this computer is an agent already: replace its enrolment
  --start       begin to work at once, in this terminal

  --take-over   this computer replaces the lab's previous agent, which the server then refuses
  --version     print the version
  --help        print this

Environment:
  PANDAFAB_SERVER_URL         address of the server, such as http://server:3000
  PANDAFAB_MQTT_URL           address of its broker, such as mqtt://server:1883
  PANDAFAB_LAB_ID             id of the lab
  PANDAFAB_AGENT_ID           id of this lab's agent
  PANDAFAB_AGENT_SECRET       its secret, or
  PANDAFAB_AGENT_SECRET_FILE  the file that holds it
  PANDAFAB_AGENT_DATA_DIR     journal and files (.data/agent)
  PANDAFAB_AGENT_PORT         loopback port that answers GET /health; 0 for any free one (none)
  PANDAFAB_AGENT_CACHE_MB     megabytes of fetched files kept for the next print (2000)
  PANDAFAB_AGENT_ANNOUNCE     yes: slicers on this network find the lab's address by themselves (mDNS, _octoprint._tcp);
                              an IPv4 address of this computer: on that network only (no)
  PANDAFAB_AGENT_ON_STOP      running prints when the agent is stopped: park (heads aside, heaters off, ten seconds at most)
                              or finish (no new print; the agent ends after the last one, or parks at a second signal) (park)
  LOG_LEVEL                   trace, debug, info, warn, error or silent (info)
  LOG_PRETTY                  lines for people instead of JSON (yes on a terminal)

Exit codes: 0 stopped on request, 1 failed, 2 refused (settings, identity or data directory in use).
`,
  `Utilisation : agent [--take-over]
              agent enrol CODE --server URL [--replace] [--start]

L’agent d’un lab : il tourne sur un ordinateur à côté des machines, imprime ce que le serveur lui confie, et continue
quand il n’a plus de réseau.

  enrol CODE    fait de cet ordinateur l’agent d’un lab, avec le code que donne un administrateur ; les réglages
                ci-dessous sont alors gardés dans le dossier de données, et seuls ceux qui diffèrent sont à donner
  --server URL  adresse du serveur, par exemple https://fab.example.org
  --replace     cet ordinateur est déjà un agent : remplacer son inscription
  --start       se mettre au travail tout de suite, dans ce terminal

  --take-over   cet ordinateur remplace l’agent précédent du lab, que le serveur refuse ensuite
  --version     affiche la version
  --help        affiche cette aide

Environnement :
  PANDAFAB_SERVER_URL         adresse du serveur, par exemple http://server:3000
  PANDAFAB_MQTT_URL           adresse de son broker, par exemple mqtt://server:1883
  PANDAFAB_LAB_ID             identifiant du lab
  PANDAFAB_AGENT_ID           identifiant de l’agent de ce lab
  PANDAFAB_AGENT_SECRET       son secret, ou
  PANDAFAB_AGENT_SECRET_FILE  le fichier qui le contient
  PANDAFAB_AGENT_DATA_DIR     journal et fichiers (.data/agent)
  PANDAFAB_AGENT_PORT         port local qui répond à GET /health ; 0 pour n’importe quel port libre (aucun)
  PANDAFAB_AGENT_CACHE_MB     mégaoctets de fichiers gardés pour les prochaines impressions (2000)
  PANDAFAB_AGENT_ANNOUNCE     yes : les slicers de ce réseau trouvent seuls l’adresse du lab (mDNS, _octoprint._tcp) ;
                              une adresse IPv4 de cet ordinateur : sur ce réseau seulement (no)
  PANDAFAB_AGENT_ON_STOP      impressions en cours quand l’agent s’arrête : park (tête écartée, chauffe coupée, dix
                              secondes au plus) ou finish (aucune nouvelle impression ; l’agent s’arrête après la
                              dernière, ou gare la tête au deuxième signal) (park)
  LOG_LEVEL                   trace, debug, info, warn, error ou silent (info)
  LOG_PRETTY                  des lignes lisibles au lieu de JSON (oui sur un terminal)

Codes de sortie : 0 arrêté sur demande, 1 échec, 2 refus (réglages, identité ou dossier de données déjà utilisé).
`,
);

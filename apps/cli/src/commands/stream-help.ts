import { say } from '../output';

const EXAMPLES = `
  pandafab stream part.gcode --port /dev/serial/by-id/usb-Prusa_MK3 --profile marlin-2
  pandafab stream part.gcode --port tcp://printer.local:7777 --profile marlin-2 --json
  pandafab stream part.gcode --port mqtt://127.0.0.1:1883/labs/one/printer --profile marlin-2
`;
const JSON_LINES = '{"event": "needs-person" | "answered" | "answer-refused", …}';
const MQTT_EXAMPLE = 'mqtt://127.0.0.1:1883/labs/one/printer?qos=0&framing=base64';

/** What `pandafab stream --help` prints after the options. */
export const streamHelp = say(
  `
Examples:${EXAMPLES}
Before the first line is sent, the whole file is checked against the profile's rules and the machine's limits, as
  "pandafab analyse" does: a refused file is not started. Commands that are left out are listed at the end. If the file
  changes during the run, a dangerous command still stops the run, with the heaters off.
When the machine needs a person (its own question, M0 or M600, filament run-out, heater state unknown), the question is
  shown with its buttons: type a number and Enter, or only Enter (or c) to continue. When standard input is not a terminal,
  answers are read from it only with --answer-from-stdin, one answer per line. Nothing is read before a question or after
  the run.
Ctrl-C cancels the run within 2 s, also during heating, and switches the heaters off; a second Ctrl-C is an emergency
  stop; a third ends the program immediately. SIGTERM and SIGHUP do the same.
With --json one line is printed for each question and for each answer, before the result:
  ${JSON_LINES}
MQTT credentials: in the address, or PANDAFAB_MQTT_USERNAME and PANDAFAB_MQTT_PASSWORD.
MQTT options: ?qos=0|1|2 (1), framing=plain|base64 (plain), batch=1|0 (1: many lines a message, 0: one),
  such as ${MQTT_EXAMPLE}
  The bridge's retained "offline" on <topic>/presence, or its last will, counts as a pulled plug.
Exit codes: 0 the whole file was carried out; 1 it was not; 2 the command line is wrong; 3 the guard refuses the file, and
  nothing was sent; 4 the heaters are not confirmed off: a person has to look at the machine.
`,
  `
Exemples :${EXAMPLES}
Avant l’envoi de la première ligne, tout le fichier est contrôlé d’après les règles du profil et les limites de la
  machine, comme le fait « pandafab analyse » : un fichier refusé n’est pas commencé. Les commandes laissées de côté sont
  listées à la fin. Si le fichier change pendant la tentative, une commande dangereuse l’arrête et coupe la chauffe.
Quand la machine a besoin d’une personne (question de la machine, M0 ou M600, fin du filament, état de la chauffe inconnu),
  la question s’affiche avec ses boutons : tapez un numéro puis Entrée, ou seulement Entrée (ou c) pour continuer. Si
  l’entrée standard n’est pas un terminal, les réponses y sont lues seulement avec --answer-from-stdin, une par ligne.
  Rien n’est lu avant une question ni après la tentative.
Ctrl-C annule la tentative en 2 s, même pendant la chauffe, et coupe la chauffe ; un deuxième Ctrl-C est un arrêt
  d’urgence ; un troisième arrête le programme immédiatement. SIGTERM et SIGHUP font de même.
Avec --json, une ligne s’affiche pour chaque question et pour chaque réponse, avant le résultat :
  ${JSON_LINES}
Identifiants MQTT : dans l’adresse, ou PANDAFAB_MQTT_USERNAME et PANDAFAB_MQTT_PASSWORD.
Options MQTT, après l’adresse : qos=0|1|2 (1), framing=plain|base64 (plain), batch=1|0 (1 : plusieurs lignes par message,
  0 : une), comme ${MQTT_EXAMPLE}
  Le message conservé "offline" du pont sur <sujet>/presence, ou son dernier message, compte comme un câble débranché.
Codes de sortie : 0 tout le fichier a été exécuté ; 1 il ne l’a pas été ; 2 la ligne de commande est fausse ; 3 le contrôle
  refuse le fichier, et rien n’a été envoyé ; 4 la chauffe n’est pas confirmée coupée : allez voir la machine.
`,
);

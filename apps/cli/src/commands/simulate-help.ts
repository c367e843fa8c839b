import { FAULT_WORDS } from '@pandafab/machine-sim';
import { say } from '../output';

const EXAMPLES = `
  pandafab simulate --profile marlin-2 --port pty --link /tmp/printer --speed 60
  pandafab simulate --profile marlin-2 --port tcp://127.0.0.1:7777 --faults flip=0.0001,lose-ok=0.001
  pandafab simulate --profile marlin-1 --port pty --odd numbered-only
  pandafab simulate --profile marlin-2 --port mqtt://127.0.0.1:1883/labs/one/printer
  pandafab simulate --profile prusa-mk3 --port 'mqtt://127.0.0.1:1883/labs/one/printer?framing=base64' --faults runout@200
`;

/** What `pandafab simulate --help` prints after the options. */
export const simulateHelp = say(
  `
Examples:${EXAMPLES}
MQTT credentials: in the address, or PANDAFAB_MQTT_USERNAME and PANDAFAB_MQTT_PASSWORD.
MQTT options: ?qos=0|1|2 (1), framing=plain|base64 (plain), batch=1|0 (1: many lines a message, 0: one),
  the same as the host's. It publishes online and offline on <topic>/presence, retained and as its last will.
While it runs: o and Enter switches it off and on, as after an emergency stop; b and Enter presses its button.
Faults: ${FAULT_WORDS.join(', ')}
  RATE: of the bytes (flip, lose), answers (lose-ok, late-ok) or lines (resend-storm); N: the N-th command.
`,
  `
Exemples :${EXAMPLES}
Identifiants MQTT : dans l’adresse, ou PANDAFAB_MQTT_USERNAME et PANDAFAB_MQTT_PASSWORD.
Options MQTT, après l’adresse : qos=0|1|2 (1), framing=plain|base64 (plain), batch=1|0 (1 : plusieurs lignes par message,
  0 : une), les mêmes que celles de l’hôte. La machine publie online et offline sur <sujet>/presence.
Pendant la marche : o puis Entrée l’éteint et la rallume, comme après un arrêt d’urgence ; b puis Entrée presse son bouton.
Défauts : ${FAULT_WORDS.join(', ')}
  RATE : part des octets (flip, lose), des réponses (lose-ok, late-ok) ou des lignes (resend-storm) ; N : la N-ième commande.
`,
);

import type { PersonRequest } from '@pandafab/machine-host';
import { say } from '../output';
import type { Access } from './keyboard';

const asked = (words: string, message: string): string =>
  message ? `${words}${say(': ', ' : ')}${message}` : `${words}.`;

/** The reason of the question in the terminal's language; text of the firmware or the file as it is. */
function matterOf({ kind, message, filament }: PersonRequest): string {
  if (kind === 'prompt') return asked(say('The machine asks', 'La machine demande'), message);
  if (filament)
    return asked(
      say('The file asks to change the filament', 'Le fichier demande de changer le filament'),
      message,
    );
  if (kind === 'command') return asked(say('The file asks', 'Le fichier demande'), message);
  if (kind === 'firmware')
    return asked(say('The machine waits for a person', 'La machine attend une intervention'), message);
  if (kind === 'filament-runout')
    return asked(say('The filament has run out', 'Il n’y a plus de filament'), message);
  if (kind === 'heaters-unknown')
    return say(
      'Heaters unknown: a heater may be on, and the machine does not answer. Check it on the spot; switch the machine off if it is warm.',
      'État de la chauffe inconnu : elle est peut-être allumée, et la machine ne répond pas. Vérifiez sur place ; éteignez la machine si elle est chaude.',
    );
  if (kind === 'cancel-stuck')
    return say(
      'Cancelled, but the firmware is still busy. Check on the spot; if the machine does not obey, press its emergency stop.',
      'Annulé, mais le micrologiciel est encore occupé. Vérifiez sur place ; si la machine n’obéit pas, déclenchez son arrêt d’urgence.',
    );
  if (kind === 'shut-down')
    return asked(
      say(
        'The firmware has shut down: fix the cause and send it FIRMWARE_RESTART',
        'Le micrologiciel s’est arrêté : corrigez la cause et envoyez-lui FIRMWARE_RESTART',
      ),
      message,
    );
  if (kind === 'locked')
    return asked(
      say(
        'The machine is locked: unlock it on its screen',
        'La machine est verrouillée : déverrouillez-la sur son écran',
      ),
      message,
    );
  return asked(say('The run is paused', 'La tentative est en pause'), message);
}

const cooled = (): string =>
  say(
    'The heaters were switched off after a long wait; continuing heats them again.',
    'La chauffe a été coupée après une longue attente ; continuer la rallume.',
  );

/** How the user at this terminal answers the machine. */
export function hintOf({ kind, buttons }: PersonRequest, access: Access): string {
  if (buttons.length === 0)
    return say(
      'This question cannot be answered here: go to the machine.',
      'Impossible de répondre ici : allez à la machine.',
    );
  if (access === 'background')
    return say(
      'This program runs in the background: type fg, then answer.',
      'Ce programme est en arrière-plan : tapez fg, puis répondez.',
    );
  if (access === 'none')
    return say(
      `Standard input is not a terminal, so questions cannot be answered here. Answer on the machine if it shows the question on its screen; \`kill -INT ${process.pid}\` cancels. Next time, start this command in a terminal or with --answer-from-stdin.`,
      `L’entrée standard n’est pas un terminal : impossible de répondre ici. Répondez sur la machine si elle affiche la question sur son écran ; \`kill -INT ${process.pid}\` annule. La prochaine fois, lancez cette commande dans un terminal, ou avec --answer-from-stdin.`,
    );
  if (kind === 'cancel-stuck')
    return say('Press Enter to stop the machine.', 'Entrée pour arrêter la machine.');
  return buttons.length === 1
    ? say('Press Enter, or c and Enter, to continue.', 'Entrée, ou c puis Entrée, pour continuer.')
    : say('Type the number, then Enter.', 'Tapez le numéro, puis Entrée.');
}

/** A firmware's question has the firmware's own button texts; for a paused or stuck run they are PandaFab's. */
export function labelOf({ kind, buttons }: PersonRequest, place: number): string {
  if (kind === 'prompt') return buttons[place] ?? '';
  return kind === 'cancel-stuck' ? say('Emergency stop', 'Arrêt d’urgence') : say('Continue', 'Continuer');
}

/** A question as the terminal shows it, with its buttons numbered from 1. */
export const describeRequest = (request: PersonRequest, access: Access): string =>
  [
    matterOf(request),
    ...(request.cooled ? [cooled()] : []),
    ...request.buttons.map((_, place) => `  ${place + 1}) ${labelOf(request, place)}`),
    ...(request.kind === 'heaters-unknown' ? [] : [hintOf(request, access)]),
  ].join('\n');

/** The index of the button that a typed line means; undefined when it means none. */
export function buttonOf(line: string, { buttons }: PersonRequest): number | undefined {
  const text = line.trim().toLowerCase();
  if (text === '' || text === 'c') return buttons.length === 1 ? 0 : undefined;
  const place = /^[1-9]\d?$/.test(text) ? Number(text) - 1 : -1;
  return place >= 0 && place < buttons.length ? place : undefined;
}

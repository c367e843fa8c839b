import type { PersonRequest } from '@pandafab/machine-host';
import { say } from '../output';
import type { Access } from './keyboard';

const asked = (words: string, message: string): string =>
  message ? `${words}${say(': ', ' : ')}${message}` : `${words}.`;

/** What is the matter, in the terminal's language; what the firmware or the file says, in its own. */
function matterOf({ kind, message, filament }: PersonRequest): string {
  if (kind === 'prompt') return asked(say('The machine asks', 'La machine demande'), message);
  if (filament)
    return asked(
      say('The file asks to change the filament', 'Le fichier demande de changer le filament'),
      message,
    );
  if (kind === 'command') return asked(say('The file asks', 'Le fichier demande'), message);
  if (kind === 'firmware')
    return asked(say('The machine waits for somebody', 'La machine attend quelqu’un'), message);
  if (kind === 'filament-runout')
    return asked(say('The filament has run out', 'Il n’y a plus de filament'), message);
  if (kind === 'heaters-unknown')
    return say(
      'Heaters unknown: one may be on, and the machine does not answer. Go and look; switch the machine off if it is warm.',
      'Chauffe inconnue : elle est peut-être allumée, et la machine ne répond pas. Allez voir ; éteignez la machine si elle est chaude.',
    );
  if (kind === 'cancel-stuck')
    return say(
      'Cancelled, but the firmware does not let go. Go and look; if the machine does not obey, press its emergency stop.',
      'Annulé, mais le firmware ne lâche pas. Allez voir ; si la machine n’obéit pas, déclenchez son arrêt d’urgence.',
    );
  if (kind === 'shut-down')
    return asked(
      say(
        'The firmware has shut down: mend the cause and send it FIRMWARE_RESTART',
        'Le firmware s’est arrêté : réparez la cause et envoyez-lui FIRMWARE_RESTART',
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
  return asked(say('The run is paused', 'Le passage est en pause'), message);
}

const cooled = (): string =>
  say(
    'It has waited so long that its heaters were switched off; going on heats them again.',
    'L’attente a duré : la chauffe a été coupée ; continuer la rallume.',
  );

/** How the answer gets from this person, at this place, to the machine. */
export function hintOf({ kind, buttons }: PersonRequest, access: Access): string {
  if (buttons.length === 0)
    return say(
      'Nothing can be answered here: see to the machine itself.',
      'Rien à répondre ici : allez à la machine.',
    );
  if (access === 'background')
    return say(
      'This program runs in the background: type fg, then answer.',
      'Ce programme est en arrière-plan : tapez fg, puis répondez.',
    );
  if (access === 'nobody')
    return say(
      `Standard input is no terminal, so nobody can answer here. Answer at the machine if it asks on its own screen; \`kill -INT ${process.pid}\` cancels. Next time start this in a terminal, or with --answer-from-stdin.`,
      `L’entrée standard n’est pas un terminal : personne ne peut répondre ici. Répondez à la machine si elle demande sur son écran ; \`kill -INT ${process.pid}\` annule. La prochaine fois, lancez ceci dans un terminal, ou avec --answer-from-stdin.`,
    );
  if (kind === 'cancel-stuck')
    return say('Press Enter to stop the machine.', 'Entrée pour arrêter la machine.');
  return buttons.length === 1
    ? say('Press Enter, or c and Enter, to go on.', 'Entrée, ou c puis Entrée, pour continuer.')
    : say('Type the number, then Enter.', 'Tapez le numéro, puis Entrée.');
}

/** A firmware's buttons are in its own words; those of a paused or stuck run are ours. */
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

/** The button that a typed line means, by its place; undefined when it means none of them. */
export function buttonOf(line: string, { buttons }: PersonRequest): number | undefined {
  const text = line.trim().toLowerCase();
  if (text === '' || text === 'c') return buttons.length === 1 ? 0 : undefined;
  const place = /^[1-9]\d?$/.test(text) ? Number(text) - 1 : -1;
  return place >= 0 && place < buttons.length ? place : undefined;
}

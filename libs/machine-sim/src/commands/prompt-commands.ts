import type { Wait } from '../engine/wait';
import { type Command, numberOf } from './command';
import { afterMoves, type Board, type Handler, type Handlers, now } from './handler';

/** `//action:` lines, where the profile has them (host_actions.cpp). */
export function action(board: Board, text: string): void {
  const { capabilities, replies } = board.hardware.options.profile;
  if (capabilities.HOST_ACTION_COMMANDS) board.say(`${replies.action[0]}${text}`);
}

/** `prompt_do`: a question with its buttons; it replaces the previous one. */
function prompt(board: Board, message: string, ...buttons: readonly string[]): void {
  if (!board.hardware.options.profile.capabilities.PROMPT_SUPPORT) return;
  action(board, 'prompt_end');
  action(board, `prompt_begin ${message}`);
  for (const button of buttons) action(board, `prompt_button ${button}`);
  action(board, 'prompt_show');
}

const forPerson = (until: number, next: () => Wait | undefined): Wait => ({
  until,
  shows: 'paused for user',
  endedBy: ['M108', 'M876', 'click'],
  next,
});

/** M0_M1.cpp: P milliseconds or S seconds, else until a person clicks. */
function patience(command: Command, board: Board): number {
  const milliseconds = numberOf(command, 'P') ?? (numberOf(command, 'S') ?? 0) * 1000;
  return milliseconds > 0 ? now(board) + milliseconds : Infinity;
}

const stop: Handler = (command, board) => {
  const timed = /^[PS]\d/.test(command.argument);
  const message = timed ? '' : command.argument;
  return afterMoves(board, () => {
    if (message) board.say(`echo:${message}`);
    prompt(board, message || `${command.code} Stop`, 'Continue');
    return forPerson(timed ? patience(command, board) : Infinity, () => undefined);
  });
};

/** The end of M600 (pause.cpp, `resume_print`). */
function resumed(board: Board): undefined {
  if (board.hardware.options.profile.capabilities.PROMPT_SUPPORT) action(board, 'prompt_end');
  action(board, 'resumed');
  prompt(board, 'Resuming', 'Dismiss');
}

/**
 * The menu after the purge waits for its own answer, not for the user in general: M108 does not end it
 * (pause.cpp, `load_filament`, `pause_menu_response`; host_actions.cpp, `PROMPT_FILAMENT_RUNOUT`).
 */
function purgeMenu(board: Board): Wait | undefined {
  if (!board.hardware.options.profile.capabilities.PROMPT_SUPPORT) return resumed(board);
  prompt(board, 'Paused', 'PurgeMore', 'Continue');
  return {
    until: Infinity,
    shows: 'paused for user',
    endedBy: ['M876', 'click'],
    next: () => (board.response === 0 ? purgeMenu(board) : resumed(board)),
  };
}

/** M600.cpp and pause.cpp: parked, until a person has loaded the new filament; then purged, and asked again. */
const filamentChange: Handler = (_command, board) =>
  afterMoves(board, () => {
    action(board, 'paused');
    prompt(board, 'Pause', 'Dismiss');
    board.say('echo:Insert filament and send M108');
    prompt(board, 'Nozzle Parked', 'Continue');
    return forPerson(Infinity, () => purgeMenu(board));
  });

export const promptCommands: Handlers = { M0: stop, M1: stop, M600: filamentChange };

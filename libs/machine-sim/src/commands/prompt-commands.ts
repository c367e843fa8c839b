import type { Wait } from '../engine/wait';
import { type Command, numberOf } from './command';
import { afterMoves, type Board, type Handler, type Handlers, now } from './handler';

/** `//action:` lines, where the profile has them (host_actions.cpp). */
export function action(board: Board, text: string): void {
  const { capabilities, replies } = board.hardware.options.profile;
  if (capabilities.HOST_ACTION_COMMANDS) board.say(`${replies.action[0]}${text}`);
}

function prompt(board: Board, message: string): void {
  if (!board.hardware.options.profile.capabilities.PROMPT_SUPPORT) return;
  action(board, 'prompt_end');
  action(board, `prompt_begin ${message}`);
  action(board, 'prompt_button Continue');
  action(board, 'prompt_show');
}

const forPerson = (until: number, clicked: () => void): Wait => ({
  until,
  shows: 'paused for user',
  endedBy: ['M108', 'M876', 'click'],
  next: () => {
    clicked();
    return undefined;
  },
});

/** M0_M1.cpp: P milliseconds or S seconds, else until somebody clicks. */
function patience(command: Command, board: Board): number {
  const milliseconds = numberOf(command, 'P') ?? (numberOf(command, 'S') ?? 0) * 1000;
  return milliseconds > 0 ? now(board) + milliseconds : Infinity;
}

const stop: Handler = (command, board) => {
  const timed = /^[PS]\d/.test(command.argument);
  const message = timed ? '' : command.argument;
  return afterMoves(board, () => {
    if (message) board.say(`echo:${message}`);
    prompt(board, message || `${command.code} Stop`);
    return forPerson(timed ? patience(command, board) : Infinity, () => {});
  });
};

const filamentChange: Handler = (_command, board) =>
  afterMoves(board, () => {
    action(board, 'paused');
    prompt(board, 'Filament change');
    return forPerson(Infinity, () => {
      action(board, 'resumed');
      if (board.hardware.options.profile.capabilities.PROMPT_SUPPORT) action(board, 'prompt_end');
    });
  });

export const promptCommands: Handlers = { M0: stop, M1: stop, M600: filamentChange };

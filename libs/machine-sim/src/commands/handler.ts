import type { Executor } from '../engine/executor';
import { type Wait, waitUntil } from '../engine/wait';
import type { Hardware } from '../hardware';
import type { LineNumbers } from '../serial/line-numbers';
import type { Command } from './command';

/** The parts of the machine that a command uses. */
export interface Board {
  readonly hardware: Hardware;
  readonly executor: Executor;
  readonly numbers: LineNumbers;
  /** The button of the last M876 S; -1 for a person at the machine's own screen. */
  readonly response: number;
  /** M510, M511: every command but M511 is refused (gcode.cpp, `process_parsed_command`). */
  locked: boolean;
  /** One line to the host. */
  say(text: string): void;
  /** M155: interval of temperature reports in seconds, 0 for none. */
  reportEvery(seconds: number): void;
  /** Halts for ever. */
  kill(): void;
}

/** Executes one command; returns its wait. */
export type Handler = (command: Command, board: Board) => Wait | undefined;
export type Handlers = Readonly<Record<string, Handler>>;

/** Waits until every planned move has ended (`planner.synchronize`). */
export const afterMoves = (board: Board, next: Wait['next']): Wait =>
  waitUntil(board.hardware.planner.idleAt, next);

export const now = (board: Board): number => board.hardware.options.clock.monotonic();

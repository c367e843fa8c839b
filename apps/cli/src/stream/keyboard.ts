import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * How a question can be answered: at the keyboard; not while the program runs in the shell's background; through
 * standard input, with `--answer-from-stdin`; or not at all.
 */
export type Access = 'keyboard' | 'background' | 'pipe' | 'none';

export interface Keyboard {
  access(): Access;
  /** Reads lines from now on; returns the function that stops it. Nothing is read at other times. */
  listen(onLine: (line: string) => void): () => void;
}

/** @param answersPiped standard input is meant for answers although it is no terminal */
export const openKeyboard = (answersPiped: boolean): Keyboard => ({
  access: () => {
    if (process.stdin.isTTY) return isInFront() ? 'keyboard' : 'background';
    return answersPiped ? 'pipe' : 'none';
  },
  listen: (onLine) => {
    const { stdin } = process;
    const lines = createInterface({ input: stdin, terminal: false });
    lines.on('line', onLine);
    stdin.ref?.();
    return () => {
      lines.removeAllListeners('line');
      lines.close();
      // A process that holds the pipe open must not keep this program running; a file has no such handle.
      stdin.unref?.();
    };
  },
});

/** The kernel stops a background process that reads its terminal, and with it the print (SIGTTIN, termios(3)). */
function isInFront(): boolean {
  try {
    return isForeground(readFileSync('/proc/self/stat', 'latin1'));
  } catch {
    return true;
  }
}

/** Process group and the terminal's foreground group, after the name in brackets: proc_pid_stat(5). */
export function isForeground(stat: string): boolean {
  const [, , group, , , foreground] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return group === foreground;
}

import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * Who can answer here: somebody at the keyboard; nobody as long as the program runs behind the shell; whoever writes
 * into standard input, when that was asked for; or nobody.
 */
export type Access = 'keyboard' | 'background' | 'pipe' | 'nobody';

export interface Keyboard {
  access(): Access;
  /** Lines from now on; returns what ends that. Nothing is read at other times. */
  listen(onLine: (line: string) => void): () => void;
}

/** @param answersPiped standard input is meant for answers although it is no terminal */
export const openKeyboard = (answersPiped: boolean): Keyboard => ({
  access: () => {
    if (process.stdin.isTTY) return isInFront() ? 'keyboard' : 'background';
    return answersPiped ? 'pipe' : 'nobody';
  },
  listen: (onLine) => {
    const { stdin } = process;
    const lines = createInterface({ input: stdin, terminal: false });
    lines.on('line', onLine);
    stdin.ref?.();
    return () => {
      lines.removeAllListeners('line');
      lines.close();
      // Whoever holds the pipe open must not hold this program: a file has no such handle.
      stdin.unref?.();
    };
  },
});

/** Who reads a terminal from the background is stopped by the kernel, amid the print (SIGTTIN, termios(3)). */
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

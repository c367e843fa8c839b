import type { OutputOptions } from '../output';

/** Output of a command that runs for hours: sentences on stderr, events as JSON lines on stdout. */
export interface Terminal {
  tell(text: string): void;
  /** For scripts: written only with `--json`, before the result on the last line. */
  note(event: object): void;
}

/** A closed window or pipe must not end this process, because that would end the print. */
export function openTerminal({ json }: OutputOptions): Terminal {
  for (const stream of [process.stdout, process.stderr])
    if (!stream.listeners('error').includes(ignore)) stream.on('error', ignore);
  return {
    tell: (text) => void process.stderr.write(`${text}\n`),
    note: (event) => {
      if (json) process.stdout.write(`${JSON.stringify(event)}\n`);
    },
  };
}

const ignore = (): void => undefined;

import { parseArgs } from 'node:util';
import { type Figure, isReached, tableOf } from './fleet/figures';

export interface Bench {
  readonly help: string;
  /** What can be measured, by the names for `--only`. */
  readonly parts: Readonly<Record<string, (quick: boolean) => Promise<Figure[]>>>;
}

/**
 * Measures the parts that the command's options name, prints them as a table and as one line of JSON, and ends the
 * process: 0 all reached, 1 something missed or failed, 2 bad options.
 */
export function runParts(bench: Bench): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  run(bench).then(
    (code) => process.exit(code),
    (error: unknown) => {
      process.stderr.write(`${(error as Error).stack}\n`);
      process.exit(1);
    },
  );
}

async function run({ help, parts }: Bench): Promise<number> {
  const { only, quick = false, help: asksHelp } = readOptions(help);
  if (asksHelp) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const chosen = Object.entries(parts).filter(([name]) => only === undefined || name === only);
  if (chosen.length === 0) refuse(`No such part: ${only}.`, help);
  const figures: Figure[] = [];
  for (const [, measure] of chosen) figures.push(...(await measure(quick)));
  process.stdout.write(`${tableOf(figures)}\n${JSON.stringify({ quick, figures })}\n`);
  return figures.every(isReached) ? 0 : 1;
}

function readOptions(help: string) {
  try {
    const quick = { type: 'boolean', default: false } as const;
    return parseArgs({ options: { only: { type: 'string' }, quick, help: { type: 'boolean' } } }).values;
  } catch (error) {
    return refuse((error as Error).message, help);
  }
}

function refuse(reason: string, help: string): never {
  process.stderr.write(`${reason}\n\n${help}\n`);
  process.exit(2);
}

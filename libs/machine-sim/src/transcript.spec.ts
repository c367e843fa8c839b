import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MachineBench } from '@pandafab/testing';

interface Exchange {
  readonly at: number;
  readonly direction: '>' | '<';
  readonly text: string;
}

const file = join(__dirname, '../../../test/fixtures/transcripts/marlin-2.1-advanced-ok.txt');
const session: Exchange[] = readFileSync(file, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, at, direction, text] = /^ *([\d.]+) ([<>]) (.*)$/.exec(line) ?? [];
    return direction === '>' || direction === '<' ? [{ at: Number(at), direction, text: text ?? '' }] : [];
  });

const first = session.findIndex((exchange) => exchange.direction === '>');
// From M600 on the recorded machine was too cold to change its filament, and behaved differently.
const filamentChange = session.findIndex((exchange) => exchange.text === 'M600');
const stop = session.findIndex((exchange) => exchange.text === 'M112');

/** A machine with the buffers and the name of the recorded one. */
function recordedMachine(): MachineBench {
  const name = session.find((exchange) => exchange.text.startsWith('FIRMWARE_NAME'))?.text ?? '';
  return new MachineBench({
    profile: 'marlin-2-advanced-ok',
    buffer: { commands: 16, plannerBlocks: 32 },
    identity: { m115: [name] },
  });
}

/** Sends the session's lines at the same times; returns the output before each sending. */
function replay(bench: MachineBench, part: readonly Exchange[], until: number): string[][] {
  const heard: string[][] = [];
  for (const { at, text } of part.filter((exchange) => exchange.direction === '>')) {
    heard.push(bench.after(at - bench.clock.monotonic() / 1000));
    bench.machine.receive(Buffer.from(`${text}\n`));
  }
  heard.push(bench.after(until - bench.clock.monotonic() / 1000));
  return heard.slice(1);
}

function recorded(part: readonly Exchange[]): string[][] {
  const heard: string[][] = [];
  for (const { direction, text } of part) {
    if (direction === '>') heard.push([]);
    else heard.at(-1)?.push(text);
  }
  return heard;
}

describe('a recorded session of Marlin 2.1', () => {
  const part = session.slice(first, filamentChange);
  const bench = recordedMachine().on();
  const heard = replay(bench, part, session[filamentChange]?.at ?? 0);
  const sent = part.filter((exchange) => exchange.direction === '>').map(({ text }) => text);

  it.each(sent.map((text, index) => [text, index] as const))('%s is answered as recorded', (_text, index) => {
    expect(heard[index]).toEqual(recorded(part)[index]);
  });

  it('ends with M112 and silence for ever, as recorded', () => {
    const end = session.slice(stop);
    expect(replay(bench, end, 60)).toEqual(recorded(end));
    expect(bench.clock.pending).toBe(0);
  });
});

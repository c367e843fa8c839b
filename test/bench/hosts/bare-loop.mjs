import { framesOf } from './frames.mjs';
import { Meter } from './meter.mjs';

const LINE_FEED = 10;

/**
 * The simplest streaming: for each answer it sends the next line. It does not read the answers, checks nothing, and
 * could not send a line again.
 * @param {import('node:stream').Duplex[]} streams one for each port
 * @param {{ file: string, window: number, warmup: number, gathered: boolean }} config `gathered`: the lines that one
 * chunk of answers allows leave in one write
 */
export function streamBarely(streams, { file, window, warmup, gathered }) {
  const frames = framesOf(file);
  const meter = new Meter(warmup);
  let answered = 0;
  const streamTo = (stream) => {
    let next = 0;
    stream.on('data', (chunk) => {
      if (gathered) stream.cork();
      for (const byte of chunk) {
        if (byte !== LINE_FEED) continue;
        if (++answered === warmup) meter.begin(answered);
        if (next < frames.length) stream.write(frames[next++]);
      }
      if (gathered) stream.uncork();
      if (answered < frames.length * streams.length) return;
      meter.print(answered);
      process.exit(0);
    });
    while (next < window) stream.write(frames[next++]);
  };
  for (const stream of streams) streamTo(stream);
}

import { createReadStream } from 'node:fs';
import { setPriority } from 'node:os';
import { GcodeAnalyser } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';
import { CHILD_READY, type ChildAnswer } from './child-protocol';

/** Below everything that serves people or machines: an analysis may wait, a print may not. */
const LOW_PRIORITY = 10;

async function analyse(path: string): Promise<ChildAnswer> {
  const analyser = new GcodeAnalyser();
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
      analyser.push(chunk as Buffer);
    return { ok: true, analysis: analyser.end(), thumbnails: [] };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, refusal: { code: error.code, details: error.details } };
    throw error;
  }
}

setPriority(LOW_PRIORITY);
// A server that was killed leaves nobody to tell.
process.once('disconnect', () => process.exit());
process.once('message', (path: string) => {
  void analyse(path).then((answer) => process.send?.(answer, () => process.disconnect()));
});
process.send?.(CHILD_READY);

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { GcodeAnalyser, TAIL_BYTES, type Thumbnail } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';
import { CHILD_READY, type ChildAnswer, type PictureAnswer } from './child-protocol';

/** Below everything that serves people or machines: an analysis may wait, a print may not. */
const LOW_PRIORITY = 10;

const asAnswer = ({ bytes, ...picture }: Thumbnail): PictureAnswer => ({
  ...picture,
  base64: bytes.toString('base64'),
});

async function tailOf(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  const stream = createReadStream(path, { start: Math.max(0, size - TAIL_BYTES) });
  return Buffer.concat(await stream.toArray());
}

async function analyse(path: string): Promise<ChildAnswer> {
  const analyser = new GcodeAnalyser(await tailOf(path));
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }))
      analyser.push(chunk as Buffer);
    return { ok: true, analysis: analyser.end(), thumbnails: analyser.thumbnails().kept.map(asAnswer) };
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

import { setPriority } from 'node:os';
import { analyseFile, type Thumbnail } from '@pandafab/gcode';
import { Fault } from '@pandafab/shared';
import { CHILD_READY, type ChildAnswer, type ChildQuestion, type PictureAnswer } from './child-protocol';

/** Lower priority than the processes that serve people or machines: an analysis may wait, a print may not. */
const LOW_PRIORITY = 10;

const asAnswer = ({ bytes, ...picture }: Thumbnail): PictureAnswer => ({
  ...picture,
  base64: bytes.toString('base64'),
});

async function analyse({ path, readings }: ChildQuestion): Promise<ChildAnswer> {
  try {
    const { analysis, thumbnails } = await analyseFile(path, readings);
    return { ok: true, analysis, thumbnails: thumbnails.kept.map(asAnswer) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, refusal: { code: error.code, details: error.details } };
    throw error;
  }
}

setPriority(LOW_PRIORITY);
// If the server was killed, no process is left to ask or to receive the answer.
process.once('disconnect', () => process.exit());
process.on('message', (question: ChildQuestion) => {
  void analyse(question).then((answer) => process.send?.(answer));
});
process.send?.(CHILD_READY);

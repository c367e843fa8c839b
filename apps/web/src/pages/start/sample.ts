import { api, content } from '../../api/client';
import panda from './panda.gcode?url';

/** A panda of less than two grams that any machine with a bed of 120 mm prints in some minutes. */
export const SAMPLE_NAME = 'panda.gcode';

/** Submits the sample part to a lab. */
export async function printSample(labId: string) {
  const bytes = await (await fetch(panda)).blob();
  const form = new FormData();
  form.append('labId', labId);
  form.append('file', new File([bytes], SAMPLE_NAME));
  return content(
    api.POST('/api/v1/jobs', { body: { labId, file: SAMPLE_NAME }, bodySerializer: () => form }),
  );
}

import { DEFAULT_WEIGHTS } from '@pandafab/domain';
import { tableOf } from '../../fleet/figures';
import { rightness, type Snapshot } from './closed';
import { realPrintTimes } from './files';
import { type Moment, play } from './play';
import { decidedBy, queueOf, spoolId } from './rules';
import { makeWorld } from './world';
import { measureYear } from './year';

const world = makeWorld({ seed: 2, spools: ['PLA', 'PLA', 'PETG', 'TPU'], load: 0.48 }, realPrintTimes());
const shots: Snapshot[] = [];
let n = 0;
const rule = decidedBy(DEFAULT_WEIGHTS);
play(world, (moment: Moment) => {
  if (++n % 97 === 0 && moment.waiting.length > 4)
    shots.push({ now: moment.now, queue: queueOf(moment, DEFAULT_WEIGHTS), spoolOf: spoolId });
  return rule(moment);
});
console.log(shots.length, shots.map((s) => s.queue.jobs.length).join(' '));
console.log(
  rightness(
    shots.filter((s) => s.queue.jobs.length <= 50),
    1,
  ),
);
console.log(
  rightness(
    shots.filter((s) => s.queue.jobs.length > 50),
    1,
  ),
);
console.log(tableOf(measureYear(false)));

import type { CityDatabase } from '../city/foundations';
import { agents, type Fault, type Random } from './faults/fault';
import {
  killAtAnswer,
  killAtApplied,
  killAtEvent,
  killAtReceipt,
  killDeafAgent,
  killUncommitted,
} from './faults/moments';
import { flush, freeze, kill, killAll, reset, unplug } from './faults/processes';
import { cramp, fillServerDisk, holdDatabase } from './faults/storage';

interface Kind {
  readonly weight: number;
  readonly fault: Fault;
  /** Only where this process exists. */
  readonly only?: CityDatabase;
}

export const FAULTS: Readonly<Record<string, Kind>> = {
  'kill-server': { weight: 1.5, fault: kill(({ foundations }) => foundations.servers) },
  'kill-agent': { weight: 4, fault: kill(agents) },
  'kill-redis': { weight: 1, fault: kill(({ foundations }) => [foundations.redis]) },
  'cut-broker': { weight: 2, fault: kill(({ foundations }) => [foundations.broker]) },
  'kill-database': {
    weight: 1,
    fault: kill(({ foundations: { database } }) => (database ? [database] : [])),
    only: 'postgres',
  },
  'kill-all': { weight: 0.5, fault: killAll },
  'freeze-server': { weight: 2, fault: freeze(({ foundations }) => foundations.servers) },
  'freeze-agent': { weight: 2, fault: freeze(agents) },
  'freeze-broker': { weight: 1, fault: freeze(({ foundations }) => [foundations.broker]) },
  'freeze-redis': { weight: 1, fault: freeze(({ foundations }) => [foundations.redis]) },
  'flush-redis': { weight: 2, fault: flush },
  unplug: { weight: 3, fault: unplug },
  'reset-machine': { weight: 2, fault: reset },
  'full-disk': { weight: 1.5, fault: cramp },
  'full-server-disk': { weight: 1.5, fault: fillServerDisk },
  'hold-database': { weight: 1, fault: holdDatabase },
  'kill-uncommitted': { weight: 1.5, fault: killUncommitted },
  'kill-at-answer': { weight: 1, fault: killAtAnswer },
  'kill-at-applied': { weight: 1, fault: killAtApplied },
  'kill-at-assignment': { weight: 1.5, fault: killDeafAgent('assignment') },
  'kill-at-command': { weight: 1, fault: killDeafAgent('command') },
  'kill-at-receipt': { weight: 1, fault: killAtReceipt },
  'kill-at-event': { weight: 0.7, fault: killAtEvent },
};

/** The kinds of faults that are possible with this database. */
export const kindsFor = (database: CityDatabase): string[] =>
  Object.keys(FAULTS).filter((kind) => (FAULTS[kind]?.only ?? database) === database);

/**
 * The next kind of fault, by weight. A kind that was chosen less often is more likely, so that a short run has all
 * kinds too.
 * @param counts how often each kind was chosen
 */
export function chooseFault(
  random: Random,
  kinds: readonly string[],
  counts: Readonly<Record<string, number>>,
): string {
  const weights = kinds.map((kind) => {
    const weight = FAULTS[kind]?.weight ?? 0;
    return weight / (1 + (counts[kind] ?? 0) / weight) ** 4;
  });
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const at = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return kinds[at] ?? (kinds[0] as string);
}

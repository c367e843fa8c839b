import type { Job } from '../../api/queries';

export type Standing = 'ready' | 'later' | 'never';
type Waiting = NonNullable<Job['waiting']>[number];
export type StandingOfMachine = Waiting & { readonly standing: Standing };

const ORDER: readonly Standing[] = ['ready', 'later', 'never'];

/** What only another file or a lab manager changes is something else than a bed that is cleared in a minute. */
function standingOf({ machineId, reasons }: Waiting, findings: Job['findings']): Standing {
  if (reasons.length === 0) return 'ready';
  const isRefused = findings.some(
    ({ severity, machineIds }) => severity === 'refuse' && machineIds.includes(machineId),
  );
  return isRefused ? 'never' : 'later';
}

/** How each machine stands to a file, those that can begin with it first. */
export const standingsOf = (
  machines: readonly Waiting[],
  findings: Job['findings'],
): readonly StandingOfMachine[] =>
  machines
    .map((waiting) => ({ ...waiting, standing: standingOf(waiting, findings) }))
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));

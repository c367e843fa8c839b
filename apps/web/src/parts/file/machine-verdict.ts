import type { Job } from '../../api/queries';

export type MachineVerdict = 'ready' | 'later' | 'never';
type Waiting = NonNullable<Job['waiting']>[number];
export type JudgedMachine = Waiting & { readonly verdict: MachineVerdict };

const ORDER: readonly MachineVerdict[] = ['ready', 'later', 'never'];

/** `never`: only another file or a lab manager can change it. `later`: it changes by itself or by clearing a bed. */
function machineVerdictOf({ machineId, reasons }: Waiting, findings: Job['findings']): MachineVerdict {
  if (reasons.length === 0) return 'ready';
  const isRefused = findings.some(
    ({ severity, machineIds }) => severity === 'refuse' && machineIds.includes(machineId),
  );
  return isRefused ? 'never' : 'later';
}

/** What each machine can do with a file, those that can start now first. */
export const judgeMachines = (
  machines: readonly Waiting[],
  findings: Job['findings'],
): readonly JudgedMachine[] =>
  machines
    .map((waiting) => ({ ...waiting, verdict: machineVerdictOf(waiting, findings) }))
    .sort((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict));

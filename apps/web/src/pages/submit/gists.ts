import type { TFunction } from 'i18next';
import type { JudgedMachine } from '../../parts/file/machine-verdict';
import type { Preview } from './queries';

/** The number of remarks, and of those that block; undefined when there are none. */
export function gistOfFindings(findings: Preview['findings'], t: TFunction): string | undefined {
  if (findings.length === 0) return undefined;
  const blocking = findings.filter(({ severity }) => severity === 'refuse').length;
  const remarks = t('file.findings.gist', { count: findings.length });
  return blocking === 0 ? remarks : `${remarks}, ${t('file.findings.blocking', { count: blocking })}`;
}

/** The number of machines that can print the file, and that can do so now; undefined when the lab has no machine. */
export function gistOfMachines(machines: readonly JudgedMachine[], t: TFunction): string | undefined {
  if (machines.length === 0) return undefined;
  const able = machines.filter(({ verdict }) => verdict !== 'never').length;
  const ready = machines.filter(({ verdict }) => verdict === 'ready').length;
  return t('file.machines.gist', { able, ready, all: machines.length });
}

import type { TFunction } from 'i18next';
import type { StandingOfMachine } from '../../parts/file/standing';
import type { Preview } from './queries';

/** How many remarks there are, and how many of them block; undefined where there are none. */
export function gistOfFindings(findings: Preview['findings'], t: TFunction): string | undefined {
  if (findings.length === 0) return undefined;
  const blocking = findings.filter(({ severity }) => severity === 'refuse').length;
  const remarks = t('file.findings.gist', { count: findings.length });
  return blocking === 0 ? remarks : `${remarks}, ${t('file.findings.blocking', { count: blocking })}`;
}

/** How many machines can make it, and how many at once; undefined where the lab has none. */
export function gistOfMachines(standings: readonly StandingOfMachine[], t: TFunction): string | undefined {
  if (standings.length === 0) return undefined;
  const able = standings.filter(({ standing }) => standing !== 'never').length;
  const ready = standings.filter(({ standing }) => standing === 'ready').length;
  return t('file.machines.gist', { able, ready, all: standings.length });
}

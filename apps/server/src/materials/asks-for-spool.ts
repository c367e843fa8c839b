import type { Attention } from '@pandafab/lab-link';

/** What firmwares ask around a change of filament (Marlin's pause.cpp: `PurgeMore`, `Continue`; runout.cpp). */
const ABOUT_FILAMENT = /filament|purge|unload|runout/i;

/**
 * True where a machine waits because its filament is to be changed, or has run out: once it goes on, it takes from a spool that
 * only people know.
 */
export function asksForSpool({ kind, message, buttons, filament = false }: Attention): boolean {
  if (filament || kind === 'filament-runout') return true;
  // Agents from before `filament` say the command itself.
  if (kind === 'command') return /^M600(?!\d)/.test(message);
  return kind === 'prompt' && ABOUT_FILAMENT.test([message, ...buttons].join(' '));
}

import type { Attention } from '@pandafab/lab-link';

/** Questions of firmwares during a change of filament (Marlin's pause.cpp: `PurgeMore`, `Continue`; runout.cpp). */
const ABOUT_FILAMENT = /filament|purge|unload|runout/i;

/**
 * True where a machine waits for a change of filament, or has run out of it: afterwards it uses a spool that only
 * people know.
 */
export function asksForSpool({ kind, message, buttons, filament = false }: Attention): boolean {
  if (filament || kind === 'filament-runout') return true;
  // Agents from before `filament` send the command itself.
  if (kind === 'command') return /^M600(?!\d)/.test(message);
  return kind === 'prompt' && ABOUT_FILAMENT.test([message, ...buttons].join(' '));
}

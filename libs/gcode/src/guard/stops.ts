import type { GuardPolicy } from '@pandafab/shared';
import type { CommandFact, Finding, GuardFacts } from './facts';
import { objectionTo } from './rules';

/**
 * Where a run waits for somebody, as slicers write it: M0, M25, M125, M226 and M2000 of Cura's PauseAtHeight.py, M600 and
 * M601 of PrusaSlicer. M25 stops a print from the card, M125 parks and waits for a click (Marlin's M125.cpp), M226 is
 * RepRapFirmware's pause: none of them would stop what the host sends.
 */
export const PERSON_CODES: ReadonlySet<number> = new Set([0, 1, 25, 125, 226, 600, 601, 2000]);

/** `PAUSE` is Klipper's macro, `@pause` OctoPrint's and Repetier's, `M400 U1` Bambu Studio's. */
export const NAMED_PAUSE = /^(?:PAUSE(?![A-Z0-9_])|@[ \t]*PAUSE(?![A-Z0-9_])|M400[ \t]*U[ \t]*1(?!\d))/i;

/** True for M600: somebody puts in other filament by hand, and pushes some of it through. */
export const changesFilament = (command: string): boolean => /^M600(?!\d)/.test(command);

/** What a command that wants somebody says to them; '' where it says nothing. */
export function saidBy(command: string): string {
  const message = command.replace(/^(?:M\d+(?:\.\d+)?|@[ \t]*PAUSE|PAUSE)[ \t]*/i, '').trim();
  const isText = message.replace(/\b[A-Z][ \t]*[-+]?\d*\.?\d*(?= |$)/g, '').trim() !== '';
  return isText ? message : '';
}

const isStop = (command: string): boolean =>
  NAMED_PAUSE.test(command) || PERSON_CODES.has(Number(/^M(\d+)(?!\.?\d)/.exec(command)?.[1] ?? Number.NaN));

/**
 * Says before a file is submitted that somebody has to be there: how often, and for what. Nothing is wrong with that, so
 * `judge` says nothing of it. What a policy refuses or leaves out stops nothing.
 */
export const stopsOf = ({ commands }: GuardFacts, policy: GuardPolicy): Finding[] =>
  commands.flatMap((fact) => {
    const { severity = 'warn' } = objectionTo(policy, fact.rule) ?? {};
    return severity === 'warn' ? (stopFinding(fact) ?? []) : [];
  });

/** Null for other commands. */
function stopFinding({ text, line, count }: CommandFact): Finding | null {
  if (!isStop(text)) return null;
  const says = saidBy(text);
  const code = changesFilament(text)
    ? 'GUARD.STOPS_FOR_FILAMENT'
    : says
      ? 'GUARD.STOPS_SAYING'
      : 'GUARD.STOPS';
  const details = { line, command: text, times: count, ...(code === 'GUARD.STOPS_SAYING' && { says }) };
  return { line, code, severity: 'warn', command: text, details, count, rule: null };
}

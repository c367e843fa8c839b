import type { GuardPolicy } from '@pandafab/shared';
import type { CommandFact, Finding, GuardFacts } from './facts';
import { objectionTo } from './rules';

/**
 * The commands with which slicers make a run wait for a person: M0, M25, M125, M226 and M2000 of Cura's PauseAtHeight.py, M600 and
 * M601 of PrusaSlicer. M25 stops a print from the card, M125 parks and waits for a click (Marlin's M125.cpp), M226 is
 * RepRapFirmware's pause: none of them would stop the host's lines.
 */
export const PERSON_CODES: ReadonlySet<number> = new Set([0, 1, 25, 125, 226, 600, 601, 2000]);

/** `PAUSE` is Klipper's macro, `@pause` OctoPrint's and Repetier's, `M400 U1` Bambu Studio's. */
export const NAMED_PAUSE = /^(?:PAUSE(?![A-Z0-9_])|@[ \t]*PAUSE(?![A-Z0-9_])|M400[ \t]*U[ \t]*1(?!\d))/i;

/** True for M600: a person loads other filament by hand, and pushes some of it through. */
export const changesFilament = (command: string): boolean => /^M600(?!\d)/.test(command);

/** The message of a command that needs a person; '' without one. */
export function saidBy(command: string): string {
  const message = command.replace(/^(?:M\d+(?:\.\d+)?|@[ \t]*PAUSE|PAUSE)[ \t]*/i, '').trim();
  const isText = message.replace(/\b[A-Z][ \t]*[-+]?\d*\.?\d*(?= |$)/g, '').trim() !== '';
  return isText ? message : '';
}

const isStop = (command: string): boolean =>
  NAMED_PAUSE.test(command) || PERSON_CODES.has(Number(/^M(\d+)(?!\.?\d)/.exec(command)?.[1] ?? Number.NaN));

/**
 * Says before a file is submitted that a person has to be present: how often, and why. That is not an error, so `judge`
 * does not report it. A command that a policy refuses or leaves out does not stop the run.
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

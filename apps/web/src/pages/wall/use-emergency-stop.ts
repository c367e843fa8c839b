import { useCallback, useEffect, useState } from 'react';
import { leaveForSignIn } from '../../api/client';
import { asProblem, Problem, problemOf } from '../../api/problem';
import { currentLanguage } from '../../i18n/i18n';

export type Stop =
  | { readonly step: 'idle' | 'armed' | 'sending' | 'sent' | 'heard' | 'unconfirmed' }
  | { readonly step: 'failed'; readonly problem: Problem };

/** Whoever hesitates longer has thought better of it. */
const ARMED_MS = 6_000;
/** A stop that was not taken by then is said to be lost: the person has a plug to pull. */
const ANSWER_MS = 6_000;
/** How soon a machine that was stopped says so. */
const CONFIRM_MS = 8_000;

/**
 * Sent by itself, ahead of everything: past the queue of queries, and even when the page is left at once. Nothing is
 * tried again behind the person's back: they press, or they pull the plug.
 */
async function send(machineId: string): Promise<void> {
  const answer = await fetch(`/api/v1/machines/${machineId}/emergency-stop`, {
    method: 'POST',
    keepalive: true,
    priority: 'high',
    credentials: 'same-origin',
    headers: { 'accept-language': currentLanguage() },
    signal: AbortSignal.timeout(ANSWER_MS),
  }).catch(() => {
    throw Problem.unreachable();
  });
  if (answer.status === 401) leaveForSignIn();
  if (!answer.ok) throw await problemOf(answer);
}

/**
 * Two presses stop a machine: the first arms, the second sends. What was sent is not yet heard: only the machine's own
 * word ends it, and where that stays away, that is said.
 * @param isStopped true once the machine says that it was stopped
 */
export function useEmergencyStop(machineId: string, isStopped: boolean) {
  const [stop, setStop] = useState<Stop>({ step: 'idle' });
  const { step } = stop;
  useEffect(() => {
    if (step === 'armed') return after(ARMED_MS, () => setStop({ step: 'idle' }));
    if ((step === 'sent' || step === 'unconfirmed') && isStopped) setStop({ step: 'heard' });
    else if (step === 'sent') return after(CONFIRM_MS, () => setStop({ step: 'unconfirmed' }));
    else if (step === 'heard' && !isStopped) setStop({ step: 'idle' });
    return undefined;
  }, [step, isStopped]);
  const press = useCallback(() => {
    if (step === 'sending') return;
    if (step !== 'armed') return setStop({ step: 'armed' });
    setStop({ step: 'sending' });
    send(machineId).then(
      () => setStop({ step: 'sent' }),
      (error) => setStop({ step: 'failed', problem: asProblem(error) }),
    );
  }, [step, machineId]);
  return { stop, press };
}

function after(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}

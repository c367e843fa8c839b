import { useCallback, useEffect, useState } from 'react';
import { leaveForSignIn } from '../../api/client';
import { asProblem, Problem, problemOf } from '../../api/problem';
import { currentLanguage } from '../../i18n/i18n';

export type Stop =
  | { readonly step: 'idle' | 'armed' | 'sending' | 'sent' | 'heard' | 'unconfirmed' }
  | { readonly step: 'failed'; readonly problem: Problem };

/** Without a second press in this time, the stop is disarmed. */
const ARMED_MS = 6_000;
/** Without an answer in this time, the page says that the stop did not get through: the person can pull the plug. */
const ANSWER_MS = 6_000;
/** How long a stopped machine may take to confirm. */
const CONFIRM_MS = 8_000;

/**
 * Sends the stop before everything else: it bypasses the queue of requests, and is sent even when the page is closed
 * immediately. There is no automatic retry: the person presses again, or pulls the plug.
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
 * Two presses stop a machine: the first arms, the second sends. A sent stop is not yet executed: the machine must confirm
 * it, and the page says so when the confirmation is missing.
 * @param isStopped true once the machine reports that it is stopped
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

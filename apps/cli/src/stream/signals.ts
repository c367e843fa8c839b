import type { MachineDriver } from '@pandafab/machine-host';
import { EXIT, say } from '../output';
import type { Terminal } from './terminal';

/** A closed window (SIGHUP) must not leave a heater on any more than Ctrl-C does. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Signals {
  /** True once a signal asked to end the run. */
  readonly requested: boolean;
  /** Lets Node handle signals again. */
  release(): void;
}

/** The first signal cancels, the second is an emergency stop, the third exits without waiting for the machine's answer. */
export function obeySignals(driver: MachineDriver, terminal: Terminal): Signals {
  let count = 0;
  const obey = (): void => {
    count++;
    if (count === 1) cancel(driver, terminal);
    else if (count === 2) stopAtOnce(driver, terminal);
    else process.exit(driver.status().heatersUnknown ? EXIT.heatersUnknown : EXIT.failed);
  };
  for (const signal of SIGNALS) process.on(signal, obey);
  return {
    get requested() {
      return count > 0;
    },
    release: () => {
      for (const signal of SIGNALS) process.off(signal, obey);
    },
  };
}

function cancel(driver: MachineDriver, terminal: Terminal): void {
  const words = say(
    'Cancelling; press Ctrl-C again for an emergency stop.',
    'Annulation ; de nouveau Ctrl-C pour un arrêt d’urgence.',
  );
  terminal.tell(`\n${words}`);
  if (driver.status().state === 'connecting') void driver.disconnect();
  else driver.cancel();
}

function stopAtOnce(driver: MachineDriver, terminal: Terminal): void {
  driver.emergencyStop();
  const words = say(
    'Emergency stop; press Ctrl-C once more to exit without waiting for the machine’s answer.',
    'Arrêt d’urgence ; encore Ctrl-C pour quitter sans attendre la réponse de la machine.',
  );
  terminal.tell(`\n${words}`);
}

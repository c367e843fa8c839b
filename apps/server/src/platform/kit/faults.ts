import { type FaultEntry, faultCatalogue, SERVER_FAULT_CODES, type ServerFaultCode } from '@pandafab/shared';
import { Registry } from './registry';

/**
 * The sentences of faults that only the server raises. They are next to the code that raises them:
 * `<folder>/*.faults.ts`.
 */
export type ServerFaults = Readonly<Partial<Record<ServerFaultCode, FaultEntry>>>;

declare module './feature' {
  interface Feature {
    readonly faults?: readonly ServerFaults[];
  }
}

/** @throws Error when a fault of the server has no sentences, or has them twice */
export function gatherFaults(all: readonly ServerFaults[]): Readonly<Record<string, FaultEntry>> {
  const registry = new Registry<string, FaultEntry>('sentences of the fault');
  for (const entries of [faultCatalogue, ...all])
    for (const [code, entry] of Object.entries(entries)) registry.register(code, entry);
  registry.assertComplete(SERVER_FAULT_CODES);
  return Object.fromEntries(registry.all());
}

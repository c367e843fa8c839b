import type { FirmwareProfile } from '@pandafab/firmware';

/** The `Cap:` lines of M115. ADVANCED_OK is not among Marlin's capabilities: it shows in the answers. */
export function capabilityLines({ capabilities, simulation }: FirmwareProfile): string[] {
  const known = new Map<string, boolean>(Object.entries(capabilities));
  return Object.entries(simulation.capabilities).map(
    ([name, has]) => `Cap:${name}:${(known.get(name) ?? has) ? 1 : 0}`,
  );
}

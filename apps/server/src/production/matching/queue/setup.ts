import { plasticIn } from '@pandafab/domain';

const SEPARATOR = ', ';

/** Jobs of one plastic and colour share a spool, however their files spell it. */
export function setupOf(material: string, colour: string | null): string {
  const named = plasticIn(material);
  const plastic = named ? [named.plastic, named.filler].filter(Boolean).join(' ') : material;
  return [plastic, colour].filter(Boolean).join(SEPARATOR);
}

/** The plastic of a setup. */
export const plasticOf = (setup: string): string => setup.split(SEPARATOR)[0] ?? '';

import { ROLES, SCOPES, TARIFF_GROUPS, UNITS } from '@pandafab/domain';
import { z } from 'zod';

// Lists of words that several schemas of the API share. The web app takes them from the API's description, in this order.

export const languageField = z.enum(['fr', 'en']).meta({ id: 'Language' });

export const roleField = z.enum(ROLES).meta({ id: 'Role' });

/** The possible scopes of a token. */
export const scopeField = z.enum(SCOPES).meta({ id: 'Scope' });

export const unitField = z
  .enum(UNITS)
  .meta({ id: 'Unit', description: 'UN/ECE code: C62 piece, HUR hour, DAY day, GRM g, KGM kg' });

export const tariffGroupField = z
  .enum(TARIFF_GROUPS)
  .meta({ id: 'TariffGroup', description: 'Which rates of a tariff apply' });

export const natureField = z
  .enum(['services', 'goods'])
  .meta({ id: 'Nature', description: 'What a line sells' });

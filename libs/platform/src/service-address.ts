import { type AddressRule, isServiceAddress } from '@pandafab/shared';
import { z } from 'zod';

/** A setting with the address of a service. Its sentence never repeats the value, which may contain a password. */
export const serviceAddress = (rule: AddressRule) =>
  z
    .string()
    .trim()
    .refine((text) => isServiceAddress(text, rule), rule.sentence);

import { type GuardPolicy, type GuardRule, guardReasons, guardSeverities } from '@pandafab/shared';
import { z } from 'zod';

const guardRuleSchema = z.union([
  z.literal('allow'),
  z.strictObject({ severity: z.enum(guardSeverities), reason: z.enum(guardReasons) }),
]);

/** Without these the guard would not know the machine's position: they are sent, or the file is refused. */
const STEERING = new Set(['G0', 'G1', 'G2', 'G3', 'G20', 'G21', 'G28', 'G90', 'G91', 'G92', 'T']);

export const guardRulesSchema = z
  .record(z.string().min(1).max(64), guardRuleSchema)
  .refine(
    (rules) => Object.entries(rules).every(([name, rule]) => !STEERING.has(name) || isStrippable(rule)),
    'a command that moves, or says how moves are read, cannot be left out: allow it or refuse it',
  );
const isStrippable = (rule: GuardRule): boolean => rule === 'allow' || rule.severity !== 'strip';

const corner = z.strictObject({ x: z.number(), y: z.number(), z: z.number() });
const celsius = z.number().nonnegative().nullable();

export const guardPolicySchema = z.strictObject({
  rules: guardRulesSchema,
  allowed: z.array(z.string().min(1).max(64)),
  maxFrameBytes: z.int().positive(),
  maxCelsius: z.strictObject({ nozzle: celsius, bed: celsius, chamber: celsius }),
  volume: z
    .strictObject({
      ...{ min: corner, max: corner, home: corner },
      ...{
        homeUpTo: corner.optional(),
        homesAtEnd: z.boolean().optional(),
        stopsAtEnds: z.boolean().optional(),
      },
    })
    .nullable(),
}) satisfies z.ZodType<GuardPolicy>;

import { z } from 'zod';
import { guardReasons } from './faults/catalogue/guard';

/** The effect of a finding: the file is refused, the command is not sent, or people are only warned. */
export const guardSeverities = ['refuse', 'strip', 'warn'] as const;
export type GuardSeverity = (typeof guardSeverities)[number];

/** The treatment of one command, and the reason; `allow` for no restriction. */
export const guardRuleSchema = z.union([
  z.literal('allow'),
  z.strictObject({ severity: z.enum(guardSeverities), reason: z.enum(guardReasons) }),
]);
export type GuardRule = z.infer<typeof guardRuleSchema>;

/** Without these the guard would not know the machine's position: they are sent, or the file is refused. */
const STEERING = new Set(['G0', 'G1', 'G2', 'G3', 'G20', 'G21', 'G28', 'G90', 'G91', 'G92', 'T']);

/**
 * Rules by command: letter and number (`M500`), `T` for tools 0 to 15, a macro's name in capitals, or a command
 * in a special manner, such as `M302:cold`. Names with an asterisk mean forms of writing; see
 * firmware-profiles/README.md.
 */
export const guardRulesSchema = z
  .record(z.string().min(1).max(64), guardRuleSchema)
  .refine(
    (rules) => Object.entries(rules).every(([name, rule]) => !STEERING.has(name) || isStrippable(rule)),
    'a command that moves, or says how moves are read, cannot be left out: allow it or refuse it',
  );
const isStrippable = (rule: GuardRule): boolean => rule === 'allow' || rule.severity !== 'strip';

const corner = z.strictObject({ x: z.number(), y: z.number(), z: z.number() });
const celsius = z.number().nonnegative().nullable();

/**
 * The guard's complete policy for one machine: plain JSON, made by the server or the command line
 * (`guardPolicyOf` of libs/firmware), sent to the agent with the assignment.
 */
export const guardPolicySchema = z.strictObject({
  rules: guardRulesSchema,
  /** Rules that a lab manager suspended for this machine, by name: these commands are permitted. */
  allowed: z.array(z.string().min(1).max(64)),
  /** Longest framed line that its firmware accepts, in bytes. */
  maxFrameBytes: z.int().positive(),
  /** Degrees Celsius; null when not set: not checked, and no chamber is heated. */
  maxCelsius: z.strictObject({ nozzle: celsius, bed: celsius, chamber: celsius }),
  /**
   * The tool's range and its position after homing, machine coordinates in millimetres; null: not checked. Homing Z may
   * leave it anywhere between `home` and `homeUpTo`; without `homeUpTo`, anywhere. With `homesAtEnd`, homing X or Y may
   * leave them at their far end. With `stopsAtEnds`, the firmware shortens a move that would leave the range instead of
   * refusing it.
   */
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
});
export type GuardPolicy = z.infer<typeof guardPolicySchema>;
export type GuardVolume = NonNullable<GuardPolicy['volume']>;

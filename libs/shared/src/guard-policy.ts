import type { GuardReason } from './faults/catalogue/guard';

/** The effect of a finding: the file is refused, the command is not sent, or people are only warned. */
export const guardSeverities = ['refuse', 'strip', 'warn'] as const;
export type GuardSeverity = (typeof guardSeverities)[number];

/** The treatment of one command, and the reason; `allow` for no restriction. */
export type GuardRule = 'allow' | { severity: GuardSeverity; reason: GuardReason };

interface Corner {
  x: number;
  y: number;
  z: number;
}

/**
 * The tool's range and its position after homing, machine coordinates in millimetres. Homing Z may leave it anywhere
 * between `home` and `homeUpTo`; without `homeUpTo`, anywhere. With `homesAtEnd`, homing X or Y may leave them at their
 * far end. With `stopsAtEnds`, the firmware shortens a move that would leave the range instead of refusing it.
 */
export interface GuardVolume {
  min: Corner;
  max: Corner;
  home: Corner;
  homeUpTo?: Corner | undefined;
  homesAtEnd?: boolean | undefined;
  stopsAtEnds?: boolean | undefined;
}

/**
 * The guard's complete policy for one machine: plain JSON, made by the server or the command line
 * (`guardPolicyOf` of libs/firmware), sent to the agent with the assignment, and checked there (`guardPolicySchema` of
 * libs/firmware). Without zod here, a process that only reads a file starts in two thirds of the time.
 */
export interface GuardPolicy {
  /**
   * Rules by command: letter and number (`M500`), `T` for tools 0 to 15, a macro's name in capitals, or a command
   * in a special manner, such as `M302:cold`. Names with an asterisk mean forms of writing; see
   * firmware-profiles/README.md.
   */
  rules: Record<string, GuardRule>;
  /** Rules that a lab manager suspended for this machine, by name: these commands are permitted. */
  allowed: string[];
  /** Longest framed line that its firmware accepts, in bytes. */
  maxFrameBytes: number;
  /** Degrees Celsius; null when not set: not checked, and no chamber is heated. */
  maxCelsius: { nozzle: number | null; bed: number | null; chamber: number | null };
  /** null: not checked. */
  volume: GuardVolume | null;
}

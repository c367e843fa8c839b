import { ANALYSER_VERSION, type Finding, type GuardFacts, isRefused, judge } from '@pandafab/gcode';
import { type GuardPolicy, type GuardReason, guardSeverities, type MachineId, newId } from '@pandafab/shared';
import fc from 'fast-check';
import { viewFindings } from './finding-view';
import { hopelessIn, Verdicts } from './verdicts';

const COMMANDS = ['M997', 'M500', 'M81', 'G29', 'MACRO'];
const REASONS: GuardReason[] = ['FIRMWARE', 'FORGED_ACTION', 'STORED_SETTINGS', 'POWER', 'UNUSUAL'];
const rule = fc.oneof(
  fc.constant('allow' as const),
  fc.record({ severity: fc.constantFrom(...guardSeverities), reason: fc.constantFrom(...REASONS) }),
);
const celsius = fc.option(fc.integer({ min: 180, max: 320 }));
const policies = fc.record({
  maxFrameBytes: fc.constant(96),
  rules: fc.dictionary(fc.constantFrom(...COMMANDS), rule),
  allowed: fc.subarray(COMMANDS),
  maxCelsius: fc.record({ nozzle: celsius, bed: celsius, chamber: celsius }),
  volume: fc.constant(null),
});
const facts: fc.Arbitrary<GuardFacts> = fc.record({
  commands: fc
    .subarray(COMMANDS)
    .map((names) => names.map((name, at) => ({ rule: name, text: name, line: at + 1, count: 1 }))),
  further: fc.option(fc.record({ line: fc.constant(99), count: fc.constant(3) })),
  heat: fc
    .option(fc.integer({ min: 180, max: 320 }))
    .map((hot) => (hot === null ? [] : [{ heater: 'nozzle' as const, celsius: hot, line: 50 }])),
  reach: fc.constant([]),
  walks: fc.constant([]),
  leftHot: fc.constant([]),
  long: fc.constant([]),
});
const fileOf = (guard?: GuardFacts) => ({
  sha256: 'a',
  analysis: { analyserVersion: ANALYSER_VERSION, guard } as never,
});

describe('a finding that no machine accepts', () => {
  it('is refused by every machine, and no permission of a manager changes that', () => {
    fc.assert(
      fc.property(facts, fc.array(policies, { minLength: 1, maxLength: 4 }), (known, profiles) => {
        const bare = profiles.map((policy) => ({ ...policy, allowed: [] }));
        const finding = hopelessIn(known, bare);
        if (!finding) return;
        for (const policy of profiles) {
          const everything = { ...policy, allowed: COMMANDS };
          expect(isRefused(judge(known, everything))).toBe(true);
          expect(judge(known, everything)).toContainEqual(expect.objectContaining({ code: finding.code }));
        }
      }),
    );
  });

  it('does not exist while one firmware could be allowed to take the file', () => {
    fc.assert(
      fc.property(facts, policies, (known, policy) => {
        const open: GuardPolicy = {
          ...policy,
          rules: {},
          maxCelsius: { nozzle: null, bed: null, chamber: null },
        };
        const unfit = { ...known, further: null };
        expect(hopelessIn(unfit, [open, { ...policy, allowed: [] }])).toBeUndefined();
      }),
    );
  });
});

describe('verdicts', () => {
  const machineId = newId<MachineId>();

  it('follow each machine’s own policy, and are computed once for all jobs of a file', () => {
    fc.assert(
      fc.property(facts, policies, (known, policy) => {
        const verdicts = new Verdicts(new Map([[machineId, policy]]));
        const verdict = verdicts.of(fileOf(known));
        expect(verdict.get(machineId)).toEqual(judge(known, policy));
        expect(verdicts.of(fileOf(known))).toBe(verdict);
      }),
    );
  });

  it('are empty for facts of another version', () => {
    fc.assert(
      fc.property(facts, policies, (known, policy) => {
        const old = { analyserVersion: ANALYSER_VERSION - 1, guard: known };
        const file = { sha256: 'a', analysis: old as never };
        expect(new Verdicts(new Map([[machineId, policy]])).of(file).size).toBe(0);
      }),
    );
  });

  it('are empty without facts', () => {
    const policy = {
      rules: {},
      maxFrameBytes: 96,
      allowed: [],
      maxCelsius: { nozzle: null, bed: null, chamber: null },
      volume: null,
    };
    expect(new Verdicts(new Map([[machineId, policy]])).of(fileOf()).size).toBe(0);
  });
});

describe('findings in words', () => {
  const finding = (changes: Partial<Finding>): Finding => ({
    ...{ line: 3, code: 'GUARD.POWER', severity: 'refuse', command: 'M81', count: 1, rule: 'M81' },
    details: { line: 3, command: 'M81' },
    ...changes,
  });
  const [first, second] = [newId<MachineId>(), newId<MachineId>()];

  it('show a finding of several machines once, refusals first', () => {
    const warned = finding({ severity: 'warn', code: 'GUARD.UNUSUAL', line: 1 });
    const verdict = new Map([
      [first, [warned, finding({})]],
      [second, [finding({})]],
    ]);
    const shown = viewFindings(verdict, 'en', 10);
    expect(shown.map(({ code, machineIds }) => ({ code, machineIds }))).toEqual([
      { code: 'GUARD.POWER', machineIds: [first, second] },
      { code: 'GUARD.UNUSUAL', machineIds: [first] },
    ]);
    expect(viewFindings(verdict, 'fr', 1)).toHaveLength(1);
  });
});

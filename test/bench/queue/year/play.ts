import { type Random, randomFrom } from '../random';
import { BEGIN, DAY, HOUR, type Part, type World, YEAR } from './world';

/** Means of what people need, while the lab is open. */
export const CLEARING = 25 * 60_000;
const COMING_TO_CHANGE = 45 * 60_000;
export const CHANGING = 5 * 60_000;
/** A person beside a machine does what its page asks, but for one in ten. */
const LISTENS = 0.9;

export interface Waiting {
  readonly part: Part;
  /** It failed once, and is made again at its place. */
  readonly again: boolean;
}

type State =
  | { readonly is: 'free' }
  | { readonly is: 'printing'; readonly waiting: Waiting; readonly until: number; readonly expected: number }
  | { readonly is: 'full' | 'changing'; readonly until: number };

export interface LabMachine {
  readonly index: number;
  readonly spool: string;
  readonly state: State;
  readonly busyMs: number;
  /** A person is beside it. */
  readonly isAttended: boolean;
  /** When a person comes to change its spool, who saw that this is asked for. */
  readonly comesAt: number | null;
}
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

export interface Used {
  readonly payer: string;
  readonly seconds: number;
  readonly at: number;
}

export interface Moment {
  readonly now: number;
  readonly waiting: readonly Waiting[];
  readonly machines: readonly LabMachine[];
  readonly used: readonly Used[];
  readonly world: World;
}

/** What a rule does with the free machines: jobs to begin, spools that it asks people to change. */
export interface Actions {
  readonly starts: readonly { readonly id: string; readonly machine: number }[];
  readonly changes: readonly { readonly machine: number; readonly material: string }[];
}
export type Rule = (moment: Moment) => Actions;

export interface Done {
  readonly part: Part;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Year {
  readonly done: readonly Done[];
  readonly changes: number;
  /** Part of the machines' time in which they print. */
  readonly use: number;
}

/** A year of a lab under a rule: people submit, clear beds, change spools and forget to; prints fail. */
export const play = (world: World, rule: Rule): Year => new Lab(world, rule).run();

class Lab {
  private readonly machines: Mutable<LabMachine>[];
  private readonly waiting = new Map<string, Waiting>();
  private used: Used[] = [];
  private readonly done: Done[] = [];
  private readonly firstStart = new Map<string, number>();
  private readonly people: Random;
  private changes = 0;
  private now = BEGIN;

  constructor(
    private readonly world: World,
    private readonly rule: Rule,
  ) {
    this.people = randomFrom(world.parts.length);
    this.machines = world.spools.map((spool, index) => ({
      ...{ index, spool, state: { is: 'free' }, busyMs: 0, isAttended: false, comesAt: null },
    }));
  }

  run(): Year {
    const end = BEGIN + YEAR;
    const { parts } = this.world;
    for (let next = 0; this.now < end; ) {
      for (let part = parts[next]; part && part.at <= this.now; part = parts[++next])
        this.waiting.set(part.id, { part, again: false });
      for (const machine of this.machines) this.advance(machine);
      this.used = this.used.filter(({ at }) => at > this.now - 40 * DAY);
      this.act();
      this.now = Math.min(end, parts[next]?.at ?? end, ...this.machines.map((each) => this.nextOf(each)));
    }
    const busy = this.machines.reduce((sum, { busyMs }) => sum + busyMs, 0);
    return { done: this.done, changes: this.changes, use: busy / (this.machines.length * YEAR) };
  }

  /** The next moment at which something happens at a machine; a lab that waits is looked at each hour. */
  private nextOf({ state, comesAt }: LabMachine): number {
    if (state.is !== 'free') return Math.max(state.until, this.now + 1);
    return Math.max(this.now + 1, Math.min(comesAt ?? Number.POSITIVE_INFINITY, this.now + HOUR));
  }

  private advance(machine: Mutable<LabMachine>): void {
    const { state } = machine;
    if (state.is === 'free') {
      if (machine.comesAt === null || machine.comesAt > this.now) return;
      machine.isAttended = true;
      machine.comesAt = null;
      return;
    }
    if (state.until > this.now) return;
    if (state.is === 'printing') {
      this.finish(state.waiting);
      machine.state = { is: 'full', until: this.world.doneAt(this.now, CLEARING, this.people) };
    } else {
      machine.state = { is: 'free' };
      machine.isAttended = state.is === 'full';
      machine.comesAt = null;
    }
  }

  private finish({ part, again }: Waiting): void {
    if (part.failsAt !== null && !again) this.waiting.set(part.id, { part, again: true });
    else this.done.push({ part, startedAt: this.firstStart.get(part.id) as number, endedAt: this.now });
  }

  /** The rule decides; people who are there do what it asks, and it decides again where they did not. */
  private act(): void {
    const { starts, changes } = this.decide();
    for (const { id, machine } of starts) this.begin(id, machine);
    for (const { machine: index, material } of changes) {
      const machine = this.machines[index] as Mutable<LabMachine>;
      if (machine.state.is !== 'free') continue;
      if (machine.isAttended) {
        if (this.people() < LISTENS) this.change(machine, material);
      } else machine.comesAt ??= this.world.doneAt(this.now, COMING_TO_CHANGE, this.people);
    }
    if (!this.machines.some(({ isAttended }) => isAttended)) return;
    for (const machine of this.machines) machine.isAttended = false;
    for (const { id, machine } of this.decide().starts) this.begin(id, machine);
  }

  private decide(): Actions {
    const { now, machines, used, world } = this;
    if (!machines.some(({ state }) => state.is === 'free') || this.waiting.size === 0)
      return { starts: [], changes: [] };
    return this.rule({ now, waiting: [...this.waiting.values()], machines, used, world });
  }

  private begin(id: string, index: number): void {
    const machine = this.machines[index] as Mutable<LabMachine>;
    const waiting = this.waiting.get(id);
    if (!waiting || machine.state.is !== 'free' || machine.spool !== waiting.part.material)
      throw new Error(`${id} cannot begin on machine ${index}`);
    const { part, again } = waiting;
    this.waiting.delete(id);
    if (!this.firstStart.has(id)) this.firstStart.set(id, this.now);
    const lasts = part.seconds * 1_000 * part.factor * (again ? 1 : (part.failsAt ?? 1));
    const expected = this.now + part.seconds * 1_000;
    machine.state = { is: 'printing', waiting, until: this.now + lasts, expected };
    machine.busyMs += lasts;
    machine.comesAt = null;
    this.used.push({ payer: part.member, seconds: lasts / 1_000, at: this.now });
  }

  private change(machine: Mutable<LabMachine>, material: string): void {
    this.changes += 1;
    machine.state = { is: 'changing', until: this.now + CHANGING };
    machine.spool = material;
  }
}

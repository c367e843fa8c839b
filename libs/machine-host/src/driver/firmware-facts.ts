import type { FirmwareProfile, HeardIdentity } from '@pandafab/firmware';
import type { Heaters } from '../dialect/dialect';
import { firmwareNameOf, type Reply, type ReplyKind } from '../protocol/reply';
import type { StreamerState } from '../streamer/state';

/** A limit above the number of lines of any banner or identification. */
const MOST_LINES = 100;

/** The machine's own statements about itself; they override its profile. */
export class FirmwareFacts {
  autoreportsTemperatures: boolean;
  /** The firmware accepts answers to its prompts. */
  takesAnswers: boolean;
  name: string | null = null;
  /** How many times faster than a real machine; null for a real one. */
  virtualSpeed: number | null = null;
  /** The last error it reported, until it answered normally again. */
  lastError = '';
  /** The last command that it refused, and why. */
  lastRefusal = '';
  /** The firmware's message when it refused everything; '' when it did not. */
  lockedBy = '';
  private banner: string[] = [];
  private identification: string[] = [];

  constructor(
    profile: FirmwareProfile,
    private readonly state: StreamerState,
    private readonly bank: Heaters,
  ) {
    this.autoreportsTemperatures = profile.capabilities.AUTOREPORT_TEMP;
    this.takesAnswers = profile.capabilities.PROMPT_SUPPORT;
  }

  /** The facts that identify a profile. */
  get heard(): HeardIdentity {
    return { banner: this.banner, m115: this.identification, advancedOk: this.state.firmware.advanced };
  }

  learn(reply: Reply): void {
    const { kind, text } = reply;
    if (kind === 'ok') this.onOk(text);
    else if (kind === 'error' || kind === 'line-error' || kind === 'refusal') this.onError(kind, text);
    else if (kind === 'locked') this.lockedBy = text;
    else if (kind === 'firmware') this.learnName(text);
    else if (kind === 'capability') this.learnCapability(text);
    else if (kind === 'banner') this.onBanner(text);
    else if (kind === 'other' || kind === 'rebooted') this.onOther(text);
  }

  private onOther(text: string): void {
    if (this.identification.length === 0 && this.banner.length < MOST_LINES) this.banner.push(text);
  }

  private onError(kind: ReplyKind, text: string): void {
    this.lastError = text;
    if (kind === 'refusal') this.lastRefusal = text;
  }

  private onOk(text: string): void {
    this.lastError = '';
    // Klipper's whole identification is in its ok (gcode.py, `cmd_M115`).
    if (this.name === null && text.includes('FIRMWARE_NAME:')) this.learnName(text.replace(/^ok\s*/, ''));
  }

  private onBanner(text: string): void {
    this.banner = [text];
    this.identification = [];
    this.name = null;
  }

  private learnName(text: string): void {
    this.name = firmwareNameOf(text);
    const [, extruders = 0] = /EXTRUDER_COUNT:(\d+)/.exec(text) ?? [];
    this.bank.hasTools(Number(extruders));
    this.identification = [text];
  }

  private learnCapability(text: string): void {
    if (this.identification.length < MOST_LINES) this.identification.push(`Cap:${text}`);
    const [name, value] = text.split(':');
    if (name && value === '1') this.bank.hasCapability(name);
    if (name === 'PANDAFAB_SPEED') this.virtualSpeed = Number(value) > 0 ? Number(value) : null;
    if (name === 'EMERGENCY_PARSER') this.state.firmware.emergencyParser = value === '1';
    if (name === 'PROMPT_SUPPORT') this.takesAnswers = value === '1';
    if (name === 'AUTOREPORT_TEMP') this.autoreportsTemperatures = value === '1';
  }
}

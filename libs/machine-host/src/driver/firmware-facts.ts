import type { FirmwareProfile, HeardIdentity } from '@pandafab/firmware';
import { firmwareNameOf, type Reply, type ReplyKind } from '../protocol/reply';
import type { StreamerState } from '../streamer/state';
import type { HeaterBank } from './heater-bank';

/** More lines than any banner or M115 answer has. */
const MOST_LINES = 100;

/** What the machine says of itself, over what its profile assumes. */
export class FirmwareFacts {
  autoreportsTemperatures: boolean;
  /** It takes M876 as the answer to its prompts. */
  takesAnswers: boolean;
  name: string | null = null;
  /** How many times faster than life; null for a real machine. */
  virtualSpeed: number | null = null;
  /** The last error it reported, until it answered normally again. */
  lastError = '';
  /** The last command that it refused, and why. */
  lastRefusal = '';
  /** Its words when it refused everything; '' when it did not. */
  lockedBy = '';
  private banner: string[] = [];
  private m115: string[] = [];

  constructor(
    profile: FirmwareProfile,
    private readonly state: StreamerState,
    private readonly bank: HeaterBank,
  ) {
    this.autoreportsTemperatures = profile.capabilities.AUTOREPORT_TEMP;
    this.takesAnswers = profile.capabilities.PROMPT_SUPPORT;
  }

  /** What a profile may be recognised by. */
  get heard(): HeardIdentity {
    return { banner: this.banner, m115: this.m115, advancedOk: this.state.advanced };
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
    if (this.m115.length === 0 && this.banner.length < MOST_LINES) this.banner.push(text);
  }

  private onError(kind: ReplyKind, text: string): void {
    this.lastError = text;
    if (kind === 'refusal') this.lastRefusal = text;
  }

  private onOk(text: string): void {
    this.lastError = '';
    // Klipper's whole answer to M115 stands in its ok (gcode.py, `cmd_M115`).
    if (this.name === null && text.includes('FIRMWARE_NAME:')) this.learnName(text.replace(/^ok\s*/, ''));
  }

  private onBanner(text: string): void {
    this.banner = [text];
    this.m115 = [];
    this.name = null;
  }

  private learnName(text: string): void {
    this.name = firmwareNameOf(text);
    const [, extruders = 0] = /EXTRUDER_COUNT:(\d+)/.exec(text) ?? [];
    this.bank.hasTools(Number(extruders));
    this.m115 = [text];
  }

  private learnCapability(text: string): void {
    if (this.m115.length < MOST_LINES) this.m115.push(`Cap:${text}`);
    const [name, value] = text.split(':');
    if (name && value === '1') this.bank.hasCapability(name);
    if (name === 'PANDAFAB_SPEED') this.virtualSpeed = Number(value) > 0 ? Number(value) : null;
    if (name === 'EMERGENCY_PARSER') this.state.emergencyParser = value === '1';
    if (name === 'PROMPT_SUPPORT') this.takesAnswers = value === '1';
    if (name === 'AUTOREPORT_TEMP') this.autoreportsTemperatures = value === '1';
  }
}

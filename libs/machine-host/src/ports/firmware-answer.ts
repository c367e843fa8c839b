import { type FirmwareProfile, recogniseProfile } from '@pandafab/firmware';
import { firmwareNameOf } from '../protocol/reply';

/** What a firmware says of itself when it is asked for its name. */
export interface FirmwareAnswer {
  readonly firmware: string;
  /** MACHINE_TYPE, such as `Prusa i3 MK3S`; null where it says none. */
  readonly machineType: string | null;
  /** The profile that fits best; null where none fits, or several equally well. */
  readonly profileId: string | null;
  /** The reach that it reports, in whole millimetres. */
  readonly sizeMm: { readonly x: number; readonly y: number; readonly z: number } | null;
}

/** A limit above the number of lines of any banner or identification. */
const MOST_LINES = 100;
/** `area:{full:{min:{…},max:{x:200.0000,y:200.0000,z:200.0000}},…}` (Marlin, M115). */
const AREA = /area:\{.*?max:\{x:(\d+)[\d.]*,y:(\d+)[\d.]*,z:(\d+)/;

/** Gathers the lines of a machine that was asked for its name, until it has answered. */
export class FirmwareListener {
  private readonly banner: string[] = [];
  private readonly identification: string[] = [];
  private area: FirmwareAnswer['sizeMm'] = null;
  private advancedOk = false;
  private hasAnswered = false;

  /** @returns true when the answer is complete */
  hear(line: string): boolean {
    const isOk = line.startsWith('ok');
    if (line.includes('FIRMWARE_NAME:'))
      this.identification.splice(0, MOST_LINES, line.replace(/^ok\s*/, ''));
    else if (this.identification.length === 0 && !isOk) this.keep(this.banner, line);
    else if (line.startsWith('Cap:')) this.keep(this.identification, line);
    this.learnArea(line);
    if (isOk) this.advancedOk = /^ok .*P\d+ B\d+/.test(line);
    // An ok before the name answers another line, such as the empty one.
    this.hasAnswered ||= isOk && this.identification.length > 0;
    return this.hasAnswered;
  }

  /** Null while no firmware has told its name. */
  answer(profiles: ReadonlyMap<string, FirmwareProfile>): FirmwareAnswer | null {
    const [named] = this.identification;
    if (named === undefined) return null;
    const [, machineType] = /MACHINE_TYPE:(.*?)(?:\s+[A-Z_]+:|$)/.exec(named) ?? [];
    const { banner, identification: m115, advancedOk } = this;
    return {
      firmware: firmwareNameOf(named),
      machineType: machineType?.trim() || null,
      profileId: recogniseProfile(profiles, { banner, m115, advancedOk }),
      sizeMm: this.area,
    };
  }

  private keep(lines: string[], line: string): void {
    if (lines.length < MOST_LINES) lines.push(line);
  }

  private learnArea(line: string): void {
    const [, x, y, z] = AREA.exec(line) ?? [];
    const size = { x: Number(x), y: Number(y), z: Number(z) };
    if (size.x > 0 && size.y > 0 && size.z > 0) this.area = size;
  }
}

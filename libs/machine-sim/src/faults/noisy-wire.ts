import { Chance, type Random } from './random';

/** A wire that flips and loses bytes, at rates per byte. */
export class NoisyWire {
  private readonly flips: Chance;
  private readonly losses: Chance;
  /** Damaged bytes so far. */
  spoilt = 0;

  constructor(flipRate: number, loseRate: number, random: Random) {
    this.flips = new Chance(flipRate, random);
    this.losses = new Chance(loseRate, random);
  }

  /** The bytes that arrive: the same object without a fault, else a copy. */
  carry(bytes: Buffer): Buffer {
    return this.lose(this.flip(bytes));
  }

  private flip(bytes: Buffer): Buffer {
    let carried = bytes;
    for (const index of this.strikes(this.flips, bytes.length)) {
      if (carried === bytes) carried = Buffer.from(bytes);
      carried[index] = (carried[index] as number) ^ (1 << Math.floor(this.flips.random() * 8));
    }
    return carried;
  }

  private lose(bytes: Buffer): Buffer {
    const lost = this.strikes(this.losses, bytes.length);
    return lost.length === 0 ? bytes : Buffer.from(bytes.filter((_, index) => !lost.includes(index)));
  }

  private strikes(chance: Chance, length: number): number[] {
    const indices: number[] = [];
    for (let start = 0; start < length; ) {
      const next = chance.firstIn(length - start);
      if (next < 0) break;
      indices.push(start + next);
      start += next + 1;
    }
    this.spoilt += indices.length;
    return indices;
  }
}

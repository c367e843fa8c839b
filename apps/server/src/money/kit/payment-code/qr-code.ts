/** Dark modules side by side in one row. */
export interface DarkRun {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** A QR code: a square of `size` modules, without the light margin. */
export interface QrCode {
  readonly size: number;
  readonly dark: readonly DarkRun[];
}

/** The light margin that readers want on each side, in modules (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** Loaded for the first code. */
const qrcode = () => require('qrcode') as typeof import('qrcode');

/** A QR code of error correction level M, in byte mode as EPC069-12 wants it. The same text gives the same code. */
export function qrCode(text: string): QrCode {
  const data = new TextEncoder().encode(text);
  const { size, data: modules } = qrcode().create([{ data, mode: 'byte' }], {
    errorCorrectionLevel: 'M',
  }).modules;
  const rows = Array.from({ length: size }, (_, y) => modules.slice(y * size, (y + 1) * size));
  return { size, dark: rows.flatMap((row, y) => runsOf(row, y)) };
}

function runsOf(row: Uint8Array, y: number): DarkRun[] {
  const runs: DarkRun[] = [];
  let length = 0;
  for (let x = 0; x <= row.length; x += 1) {
    if (row[x]) length += 1;
    else if (length > 0) {
      runs.push({ x: x - length, y, length });
      length = 0;
    }
  }
  return runs;
}

/** The same as the `d` of an SVG path with one unit a module, and the margin around it. */
export const qrPath = ({ dark }: QrCode): string =>
  dark.map(({ x, y, length }) => `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`).join('');

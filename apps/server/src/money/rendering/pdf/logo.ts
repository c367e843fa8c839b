import type { Pdf } from './page';

const MOST = { width: 170, height: 58 } as const;

/** What pdfkit returns for an opened picture; its types lack it. */
interface Picture {
  readonly width: number;
  readonly height: number;
}

/** Draws a PNG or JPEG, as large as its place allows and never enlarged. Returns the y position below. */
export function drawLogo(pdf: Pdf, logo: Buffer, x: number, y: number): number {
  const picture = (pdf as unknown as { openImage(source: Buffer): Picture }).openImage(logo);
  const scale = Math.min(1, MOST.width / picture.width, MOST.height / picture.height);
  const height = picture.height * scale;
  pdf.image(picture as never, x, y, { width: picture.width * scale, height });
  return y + height;
}

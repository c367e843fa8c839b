/** A picture without what else cameras write into its file, and its size in pixels. */
export interface BarePicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Node's codes for a place behind the end of a buffer. */
const BEHIND_END: readonly unknown[] = ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'];

/** True for the error of reading where the bytes have ended: the file is cut off, or says so. */
export const isBehindEnd = (error: unknown): boolean =>
  BEHIND_END.includes((error as { readonly code?: unknown } | undefined)?.code);

import { SlicerComments, type SlicerSettings } from './slicers';

/** Size of the part at a file's end that holds the slicer's settings. */
export const TAIL_BYTES = 64 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const SEMICOLON = 0x3b;

/**
 * Settings that PrusaSlicer and related slicers write at the end of the file, after the moves that they affect: the
 * machine's limits, and whether E counts volume.
 * @param tail the file's last bytes
 */
export function settingsAtEnd(tail: Uint8Array): SlicerSettings {
  const comments = new SlicerComments();
  let start = 0;
  for (let feed = tail.indexOf(LF); feed >= 0; feed = tail.indexOf(LF, start)) {
    const end = tail[feed - 1] === CR ? feed - 1 : feed;
    if (tail[start] === SEMICOLON) comments.read(tail, start, end);
    start = feed + 1;
  }
  return comments.settings;
}

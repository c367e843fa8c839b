import { SlicerComments, type SlicerSettings } from './slicers';

/** How much of a file's end holds what its slicer was set to. */
export const TAIL_BYTES = 64 * 1024;

const LF = 0x0a;
const CR = 0x0d;
const SEMICOLON = 0x3b;

/**
 * What PrusaSlicer and its kin write at the end of the file, behind all that it governs: the machine's limits, and whether
 * E counts volume.
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

const MAX_LENGTH = 200;

/**
 * A name to show, from what the sender called the file: the last part of a path of either kind, without control
 * characters. It never becomes a path on our disks.
 */
export function safeName(given: string | undefined): string {
  const last = (given ?? '').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .slice(0, MAX_LENGTH);
  return clean === '' || clean === '.' || clean === '..' ? 'sans-nom.gcode' : clean;
}

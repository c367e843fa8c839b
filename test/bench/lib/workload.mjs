import { closeSync, existsSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const part = readFileSync(new URL('../../fixtures/gcode/bracket.gcode', import.meta.url));
const lines = part.toString('latin1').split('\n');
const holdsCommand = (line) => line.split(';')[0].trim() !== '';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * A file with that many commands: a real slicer's file with its comments, repeated.
 * @returns {string} its path
 */
export function fileOfCommands(directory, count) {
  const path = join(directory, `${count}-commands.gcode`);
  if (existsSync(path)) return path;
  const taken = [];
  for (let commands = 0, at = 0; commands < count; at = (at + 1) % lines.length) {
    taken.push(lines[at]);
    if (holdsCommand(lines[at])) commands++;
  }
  writeFileSync(path, `${taken.join('\n')}\n`, 'latin1');
  return path;
}

/** A file of at least so many bytes. @returns {string} its path */
export function fileOfBytes(directory, bytes) {
  const path = join(directory, `${bytes}-bytes.gcode`);
  const file = openSync(path, 'w');
  for (let written = 0; written < bytes; written += part.length) writeSync(file, part);
  closeSync(file);
  return path;
}

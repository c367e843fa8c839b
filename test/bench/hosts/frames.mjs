import { readFileSync } from 'node:fs';

/** One command as a numbered line with its checksum, as Marlin expects it; written separately, not our code under test. */
function frame(number, command) {
  const body = `N${number} ${command}`;
  let checksum = 0;
  for (let at = 0; at < body.length; at++) checksum ^= body.charCodeAt(at);
  return Buffer.from(`${body}*${checksum}\n`, 'latin1');
}

/**
 * All lines of a file, framed beforehand: a bare loop does nothing but read and write.
 * @param {string} file
 * @returns {Buffer[]}
 */
export function framesOf(file) {
  const commands = readFileSync(file, 'latin1')
    .split('\n')
    .map((line) => line.split(';')[0].trim())
    .filter((command) => command !== '');
  return commands.map((command, index) => frame(index + 1, command));
}

const WARN = 40;

/**
 * The part of a log line that belongs on the terminal: plain text (a link, a banner), and pino's warnings and errors.
 * The rest stays in the log file.
 * @param {string} line
 * @returns {string | undefined}
 */
export function notable(line) {
  if (!line.startsWith('{')) return line.trim() === '' ? undefined : line;
  try {
    const entry = JSON.parse(line);
    if (typeof entry.level !== 'number') return line;
    return entry.level >= WARN ? [entry.msg, entry.err?.message].filter(Boolean).join(': ') : undefined;
  } catch {
    return line;
  }
}

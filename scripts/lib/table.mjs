const isNumeric = (cell) => /^[-+]?[\d\s.,]+(mm|g|€|%|s)?$/.test(cell);

/**
 * Lays out rows in columns; numbers are aligned to the right.
 * @param {string[]} head
 * @param {string[][]} rows
 * @returns {string} with a line under the head, without a final line break
 */
export function table(head, rows) {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  );
  const toTheRight = head.map((_, column) => rows.every((row) => isNumeric(row[column] ?? '')));
  const line = (cells) =>
    cells
      .map((cell, column) =>
        toTheRight[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

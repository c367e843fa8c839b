export interface Parameter {
  /** In capitals. */
  readonly key: string;
  readonly value: string;
}

const BLANK = /\s/;

/**
 * Splits the parameters of an extended command as Klipper does (klippy/gcode.py, _get_extended_params: Python's shlex):
 * quotes are removed, and may be anywhere. Text after `#`, a comment in Klipper, is read too.
 * @returns null when a quote has no end: Klipper refuses the command
 */
export function parametersOf(rest: string): Parameter[] | null {
  const tokens = tokensOf(rest);
  return tokens?.filter((token) => token.includes('=')).map(parameterOf) ?? null;
}

function parameterOf(token: string): Parameter {
  const equals = token.indexOf('=');
  return { key: token.slice(0, equals).trim().toUpperCase(), value: token.slice(equals + 1) };
}

function tokensOf(rest: string): string[] | null {
  const tokens: string[] = [];
  let token = '';
  let quote = '';
  for (const character of rest) {
    if (quote) {
      if (character === quote) quote = '';
      else token += character;
    } else if (character === '"' || character === "'") quote = character;
    else if (BLANK.test(character) || character === '#') {
      tokens.push(token);
      token = '';
    } else token += character;
  }
  tokens.push(token);
  return quote ? null : tokens;
}

import { frameLine } from '@pandafab/gcode';
import { createReplyParser } from '../../protocol/reply';
import { step } from '../../streamer/step';
import type { Dialect } from '../dialect';
import { HeaterBank } from './heater-bank';
import { MarlinPausePlanner } from './marlin-pause-planner';
import { plainForm } from './plain-form';
import { specialOf } from './special-commands';

const G_LETTER = 0x47;
const T_LETTER = 0x54;
/** G0 to G3 and G5. */
const MOVES = new Set([0, 1, 2, 3, 5]);
const ECHO = /^\s*[Mm]\s*0*118(?!\d)/;

/** Marlin and its kin, Prusa-Firmware and Klipper's pseudo-terminal included: numbered lines, one `ok` for each. */
export const marlin: Dialect = {
  identify: 'M115',
  readTemperatures: 'M105',
  zeroLineNumbers: frameLine(0, 'M110 N0').toString('latin1').trimEnd(),
  interrupt: 'M108',
  reportTemperatures: (seconds) => `M155 S${seconds}`,
  answerPrompt: (button) => `M876 S${button}`,
  isEcho: (command) => ECHO.test(command),
  changesPart: ({ letter, code }) => letter === T_LETTER || (letter === G_LETTER && MOVES.has(code)),
  createHeaters: (profile) => new HeaterBank(profile),
  createPausePlanner: (profile) => new MarlinPausePlanner(profile),
  createParser: ({ replies }) => createReplyParser(replies),
  formOf: plainForm,
  specialOf,
  step,
};

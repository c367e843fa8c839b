import { type Attention, attentionOf, type MachineTelemetry } from '@pandafab/lab-link';
import type { Reader } from '@pandafab/shared';

/** In these states the firmware's message is for the staff who repair the machine: it names ports, files and pins. */
const STAFF_ONLY: readonly string[] = ['shut-down', 'locked', 'heaters-unknown', 'cancel-stuck'];

/** Why a machine needs a person; makers are not shown details that only the staff can act on. */
export function attentionFor(reader: Reader, telemetry: MachineTelemetry): Attention | null {
  const asked = attentionOf(telemetry);
  if (!asked || reader === 'staff' || !STAFF_ONLY.includes(asked.kind)) return asked;
  return { ...asked, message: '', buttons: [] };
}

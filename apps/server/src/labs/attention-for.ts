import { type Attention, attentionOf, type MachineTelemetry } from '@pandafab/lab-link';
import type { Reader } from '@pandafab/shared';

/** In these the firmware speaks to whoever mends the machine, of ports, files and pins. */
const OF_THE_STAFF: readonly string[] = ['shut-down', 'locked', 'heaters-unknown', 'cancel-stuck'];

/** What a machine needs somebody for; a maker is not told what only the staff can see to. */
export function attentionFor(reader: Reader, telemetry: MachineTelemetry): Attention | null {
  const asked = attentionOf(telemetry);
  if (!asked || reader === 'staff' || !OF_THE_STAFF.includes(asked.kind)) return asked;
  return { ...asked, message: '', buttons: [] };
}

import { Injectable } from '@nestjs/common';
import type { Door, DoorRoute } from '../door';

/** Cura refuses to send while one of these is missing, or while the machine is not idle. */
const FLAGS = {
  ...{ operational: true, ready: true, sdReady: false, paused: false, pausing: false, printing: false },
  ...{ resuming: false, cancelling: false, finishing: false, error: false, closedOrError: false },
};
const PROFILE = { id: '_default', name: 'PandaFab', model: 'PandaFab', default: true, current: true };
const JOB = {
  job: {
    file: { name: null, origin: null, size: null, date: null },
    estimatedPrintTime: null,
    filament: null,
  },
  progress: { completion: null, filepos: null, printTime: null, printTimeLeft: null },
  state: 'Operational',
};
/** Without `UltimakerFormatPackage` Cura sends plain G-code. */
const SETTINGS = {
  api: { enabled: true },
  feature: { sdSupport: false },
  gcodeAnalysis: { runAt: 'idle' },
  plugins: {},
  webcam: { webcamEnabled: false, streamUrl: '' },
};

/** What Cura's OctoPrint plugin asks every two seconds: the machine always seems idle, so that Cura sends. */
@Injectable()
export class CuraDoor implements Door {
  readonly routes: readonly DoorRoute[] = [
    constant('GET', /^api\/settings$/, SETTINGS),
    constant('GET', /^api\/printer$/, { state: { text: 'Operational', flags: FLAGS }, temperature: {} }),
    constant('GET', /^api\/job$/, JOB),
    constant('GET', /^api\/printerprofiles$/, { profiles: { _default: PROFILE } }),
    constant('POST', /^api\/login$/, { name: 'PandaFab', active: true, user: true, admin: false }),
  ];
}

function constant(method: 'GET' | 'POST', path: RegExp, json: unknown): DoorRoute {
  return { method, path, answer: () => ({ status: 200, json }) };
}

import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import type { FastifyRequest } from 'fastify';
import { DeviceDoor } from './device-page/device.door';
import { type DoorRoute, decoded } from './door';
import { AppKeysDoor } from './protocols/app-keys.door';
import { CuraDoor } from './protocols/cura.door';
import { MoonrakerDoor } from './protocols/moonraker.door';
import { OctoPrintDoor } from './protocols/octoprint.door';
import { PrusaLinkDoor } from './protocols/prusa-link.door';
import { RepetierDoor } from './protocols/repetier.door';
import { SlicerTargets, type Target } from './targets.service';

interface Found {
  readonly route: DoorRoute;
  readonly target: Target;
  readonly params: readonly string[];
}

/** Finds the target and the route of an address, such as `/s/<lab>/<machine>/api/version`. */
@Injectable()
export class DoorRoutes {
  private readonly all: readonly DoorRoute[];

  /** A new protocol is one more door here. */
  constructor(
    private readonly targets: SlicerTargets,
    octoPrint: OctoPrintDoor,
    cura: CuraDoor,
    prusaLink: PrusaLinkDoor,
    moonraker: MoonrakerDoor,
    repetier: RepetierDoor,
    appKeys: AppKeysDoor,
    device: DeviceDoor,
  ) {
    this.all = [octoPrint, cura, prusaLink, moonraker, repetier, appKeys, device].flatMap(
      ({ routes }) => routes,
    );
  }

  /** @throws Fault SLICER.TARGET_UNKNOWN; REQUEST.NOT_FOUND for an address that no protocol has */
  async find({ method, url }: Pick<FastifyRequest, 'method' | 'url'>): Promise<Found> {
    const [path = ''] = url.split('?');
    const [, lab = '', ...rest] = path.split('/').filter((segment) => segment !== '');
    const ofLab = this.match(method, rest);
    if (ofLab) return { ...ofLab, target: await this.targets.find(decoded(lab)) };
    const [machine = '', ...after] = rest;
    const ofMachine = this.match(method, after);
    if (!ofMachine || machine === '') throw new Fault('REQUEST.NOT_FOUND', { path });
    return { ...ofMachine, target: await this.targets.find(decoded(lab), decoded(machine)) };
  }

  private match(method: string, segments: readonly string[]): Omit<Found, 'target'> | undefined {
    const path = segments.join('/');
    for (const route of this.all) {
      if (route.method !== (method === 'HEAD' ? 'GET' : method)) continue;
      const [whole, ...params] = route.path.exec(path) ?? [];
      if (whole !== undefined) return { route, params: params.map(decoded) };
    }
    return undefined;
  }
}

import { Injectable } from '@nestjs/common';
import { Fault, isVisible, onlyFit } from '@pandafab/shared';
import { BaseUrl } from '../../../../platform/kit/base-url';
import { Limits } from '../../../../platform/limits/limits.service';
import { networkOf } from '../../../../platform/limits/network-of';
import type { Answer, Door, DoorRoute, OpenCall } from '../door';
import { receiveText } from '../receive-file';
import { SlicerRequestsService } from '../requests/slicer-requests.service';

const LONGEST_NAME = 60;

/** OctoPrint's application keys: Cura's button “Request” opens our page, on which the person decides. */
@Injectable()
export class AppKeysDoor implements Door {
  constructor(
    private readonly requests: SlicerRequestsService,
    private readonly limits: Limits,
    private readonly baseUrl: BaseUrl,
  ) {}

  readonly routes: readonly DoorRoute[] = [
    { method: 'GET', path: /^plugin\/appkeys\/probe$/, isOpen: true, answer: () => ({ status: 204 }) },
    { method: 'POST', path: /^plugin\/appkeys\/request$/, isOpen: true, answer: (call) => this.open(call) },
    {
      method: 'GET',
      path: /^plugin\/appkeys\/request\/([^/]+)$/,
      isOpen: true,
      answer: (call) => this.collect(call),
    },
  ];

  private async open({ request, target }: OpenCall): Promise<Answer> {
    await this.limits.demand('slicer-request', networkOf(request.ip));
    const opened = await this.requests.open(appIn(await receiveText(request)));
    const location = `${target.address}/plugin/appkeys/request/${opened.secret}`;
    const dialog = `${this.baseUrl.get()}/slicers/${opened.request.id}`;
    return { status: 201, json: { app_token: opened.secret, auth_dialog: dialog }, headers: { location } };
  }

  private async collect({ params }: OpenCall): Promise<Answer> {
    const token = await this.requests.collect(params[0] ?? '');
    return token === undefined ? { status: 202, json: {} } : { status: 200, json: { api_key: token } };
  }
}

/** The program's name in the body. @throws Fault REQUEST.INVALID {reason} */
function appIn(body: string): string {
  let app: unknown;
  try {
    app = (JSON.parse(body) as { app?: unknown } | null)?.app;
  } catch {
    app = undefined;
  }
  const name = typeof app === 'string' ? onlyFit(app).trim().slice(0, LONGEST_NAME) : '';
  if (!isVisible(name)) throw new Fault('REQUEST.INVALID', { reason: 'app: the name of the program' });
  return name;
}

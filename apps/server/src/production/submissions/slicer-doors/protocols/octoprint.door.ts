import { Injectable } from '@nestjs/common';
import type { Answer, Call, Door, DoorRoute, OpenCall } from '../door';
import { isYes } from '../door';
import { receiveText } from '../receive-file';
import { sentenceOf } from '../words';
import { SlicerUploading } from './uploading.service';

/**
 * `text` begins with the word that PrusaSlicer looks for. No `capabilities`: all then send a form, whose fields say
 * whether to print.
 */
const VERSION = { api: '0.1', server: '1.10.0', text: 'OctoPrint 1.10.0 (PandaFab)' };
/** `print`: OctoPrint; the other two: the older Prusa Connect, which has a button for its queue. */
const shouldPrint = (fields: ReadonlyMap<string, string>): boolean =>
  ['print', 'to_print', 'to_queue'].some((name) => isYes(fields.get(name)));

/**
 * OctoPrint's REST API, for PrusaSlicer, SuperSlicer, OrcaSlicer, Bambu Studio, Cura and scripts; the PrusaLink and
 * older Prusa Connect types of these slicers send the same form.
 */
@Injectable()
export class OctoPrintDoor implements Door {
  constructor(private readonly uploading: SlicerUploading) {}

  readonly routes: readonly DoorRoute[] = [
    { method: 'GET', path: /^api\/version$/, answer: () => ({ status: 200, json: VERSION }) },
    {
      method: 'GET',
      path: /^api\/server$/,
      answer: () => ({ status: 200, json: { version: VERSION.server } }),
    },
    { method: 'GET', path: /^api\/files(?:\/[^/]+)?$/, answer: () => ({ status: 200, json: { files: [] } }) },
    { method: 'POST', path: /^api\/files(?:\/[^/]+)?$/, answer: (call) => this.upload(call) },
    { method: 'POST', path: /^api\/files\/[^/]+\/(.+)$/, answer: (call) => this.command(call) },
  ];

  private async upload(call: Call): Promise<Answer> {
    const sent = await this.uploading.form(call, { shouldPrint });
    const resource = locationOf(call, sent.fileName);
    const headers = { location: resource };
    const text = sentenceOf(sent, call.language);
    if (isOfConnect(call, sent.fields)) return { status: 201, text, headers };
    const local = { name: sent.fileName, display: sent.fileName, path: sent.fileName, origin: 'local' };
    const files = { local: { ...local, refs: { resource, download: resource } } };
    // A machine never starts by this: OctoPrint has fields to say so.
    const effects = { effectiveSelect: false, effectivePrint: false, print_queued: sent.job !== null };
    return { status: 201, json: { files, done: true, ...effects, message: text }, headers };
  }

  /** `select` of an uploaded file, with `print` or without. */
  private async command(call: Call): Promise<Answer> {
    const order = readOrder(await receiveText(call.request));
    const doesPrint = order.command === 'print' || (order.command === 'select' && order.print === true);
    if (doesPrint) await this.uploading.print(call, call.params[0] ?? '');
    return { status: 204 };
  }
}

/** Where a client can ask for an uploaded file. Cura demands that this address contains `api/`. */
export const locationOf = ({ target }: OpenCall, fileName: string, path = 'api/files/local'): string =>
  `${target.address}/${path}/${encodeURIComponent(fileName)}`;

/** The older Prusa Connect type shows the text of the answer to the person. It alone sends no `print`. */
function isOfConnect({ request }: Call, fields: ReadonlyMap<string, string>): boolean {
  if (fields.has('to_print') || fields.has('to_queue')) return true;
  const { 'user-agent': agent = '', 'accept-language': language } = request.headers;
  return !fields.has('print') && language !== undefined && /^(Prusa|Super|Orca)Slicer\//.test(agent);
}

function readOrder(text: string): { command?: unknown; print?: unknown } {
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}

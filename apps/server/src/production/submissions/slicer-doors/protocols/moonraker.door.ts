import { Injectable } from '@nestjs/common';
import { type Answer, type Call, type Door, type DoorRoute, isYes } from '../door';
import { receiveText } from '../receive-file';
import { sentenceOf } from '../words';
import { locationOf } from './octoprint.door';
import { SlicerUploading } from './uploading.service';

const SERVER = {
  ...{ klippy_connected: true, klippy_state: 'ready', components: [], failed_components: [] },
  ...{ moonraker_version: 'v0.9.0-pandafab', api_version: [1, 5, 0], api_version_string: '1.5.0' },
};
const ROOTS = [{ name: 'gcodes', path: '/gcodes', permissions: 'rw' }];
const shouldPrint = (fields: ReadonlyMap<string, string>): boolean => isYes(fields.get('print'));

/** Moonraker, for PrusaSlicer, OrcaSlicer and Cura's plugin. Clients look for `result` first. */
@Injectable()
export class MoonrakerDoor implements Door {
  constructor(private readonly uploading: SlicerUploading) {}

  readonly routes: readonly DoorRoute[] = [
    { method: 'GET', path: /^server\/info$/, answer: () => ({ status: 200, json: { result: SERVER } }) },
    {
      method: 'GET',
      path: /^server\/files\/roots$/,
      answer: () => ({ status: 200, json: { result: ROOTS } }),
    },
    { method: 'POST', path: /^server\/files\/upload$/, answer: (call) => this.upload(call) },
    { method: 'POST', path: /^printer\/print\/start$/, answer: (call) => this.start(call) },
  ];

  /** Moonraker answers without `result`, and OrcaSlicer reads below `result`: both are given. */
  private async upload(call: Call): Promise<Answer> {
    const sent = await this.uploading.form(call, { shouldPrint });
    const item = { path: sent.fileName, root: 'gcodes', modified: call.began / 1000, permissions: 'rw' };
    const effects = { print_started: false, print_queued: sent.job !== null, action: 'create_file' };
    const result = { item, ...effects, message: sentenceOf(sent, call.language) };
    const headers = { location: locationOf(call, sent.fileName, 'server/files/gcodes') };
    return { status: 201, json: { ...result, result }, headers };
  }

  /** Submits the file; a second time it does nothing. OrcaSlicer 2.4 prints in no other way. */
  private async start(call: Call): Promise<Answer> {
    await this.uploading.print(call, nameIn(await receiveText(call.request), call.request.query));
    return { status: 200, json: { result: 'ok' } };
  }
}

/** The name in a JSON body, or in the query. */
function nameIn(body: string, query: unknown): string {
  const inQuery = (query as { filename?: unknown }).filename;
  if (typeof inQuery === 'string') return inQuery;
  try {
    const { filename } = { ...(JSON.parse(body) as { filename?: unknown }) };
    return typeof filename === 'string' ? filename : '';
  } catch {
    return '';
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { SERVER_CONFIG, type ServerConfig } from '../../../../platform/kit/config';
import { type Answer, type Call, type Door, type DoorRoute, decoded } from '../door';
import { locationOf } from './octoprint.door';
import { SlicerUploading } from './uploading.service';

/** PrusaLink: a list of storages, and a file as the whole body. Its form is that of OctoPrint. */
@Injectable()
export class PrusaLinkDoor implements Door {
  constructor(
    private readonly uploading: SlicerUploading,
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
  ) {}

  readonly routes: readonly DoorRoute[] = [
    { method: 'GET', path: /^api\/v1\/storage$/, answer: () => this.storage() },
    { method: 'PUT', path: /^api\/v1\/files\/[^/]+\/(.+)$/, answer: (call) => this.put(call) },
  ];

  /** PrusaSlicer demands that `storage_list` is the first field, and a storage with room that can be written. */
  private storage(): Answer {
    const room = { free_space: this.config.maxUploadBytes, read_only: false, available: true };
    return {
      status: 200,
      json: { storage_list: [{ path: '/local', name: 'PandaFab', type: 'LOCAL', ...room }] },
    };
  }

  private async put(call: Call): Promise<Answer> {
    const { headers } = call.request;
    // As PrusaLink: a file of no length is the probe of Digest, or a folder, and only the exact `?1` is true.
    const shouldPrint = headers['print-after-upload'] === '?1';
    const name = decoded(call.params[0] ?? '');
    const sent = await this.uploading.body(call, name, shouldPrint);
    return { status: 201, headers: { location: locationOf(call, sent.fileName) } };
  }
}

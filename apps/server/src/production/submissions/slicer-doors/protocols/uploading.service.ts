import { Injectable } from '@nestjs/common';
import type { GroupId } from '@pandafab/shared';
import { FileStore } from '../../../../platform/file-store/file-store';
import type { Call } from '../door';
import { type Sent, SlicerIntake } from '../intake.service';
import { receiveBody, receiveForm, type SentFile } from '../receive-file';

/** How a protocol reads its fields. */
export interface Reading {
  readonly shouldPrint: (fields: ReadonlyMap<string, string>) => boolean;
  /** The group that it is for; undefined: for the member. */
  readonly groupOf?: (fields: ReadonlyMap<string, string>) => GroupId | undefined;
}

/** Receives the file of a call, in the same way for all protocols. */
@Injectable()
export class SlicerUploading {
  constructor(
    private readonly store: FileStore,
    private readonly intake: SlicerIntake,
  ) {}

  /** A form with a file. @throws what `receiveForm` and `SlicerIntake` throw */
  async form(call: Call, { shouldPrint, groupOf }: Reading): Promise<Sent & Pick<SentFile, 'fields'>> {
    await this.intake.demandRoom(call.caller.account);
    const sent = await receiveForm(call.request, call.contentType, this.store);
    const groupId = groupOf?.(sent.fields);
    const result = await this.intake.receive(sendingOf(call, groupId), sent, shouldPrint(sent.fields));
    return { ...result, fields: sent.fields };
  }

  /** A body that is the file. @throws what `receiveBody` and `SlicerIntake` throw */
  async body(call: Call, name: string, shouldPrint: boolean): Promise<Sent> {
    await this.intake.demandRoom(call.caller.account);
    const sent = await receiveBody(call.request, name, this.store);
    return this.intake.receive(sendingOf(call), sent, shouldPrint);
  }

  /** Prints a file that was sent before. @throws Fault SLICER.FILE_UNKNOWN, and what `SlicerIntake.print` throws */
  print(call: Call, name: string): Promise<Sent> {
    return this.intake.print(sendingOf(call), name);
  }
}

const sendingOf = ({ caller: { account }, target, began }: Call, groupId?: GroupId) => ({
  ...{ account, target, began },
  ...(groupId && { groupId }),
});

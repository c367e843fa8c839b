import { Account, ApiToken, LoginSession } from '../accounts/account.entity';
import { Member } from '../accounts/member.entity';
import { Organisation } from '../accounts/organisation.entity';
import { billingEntities } from '../billing/entities';
import { StoredFile } from '../files/file.entity';
import { Thumbnail } from '../files/thumbnail.entity';
import { Batch, Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { Transition } from '../jobs/transition.entity';
import { EnrolmentCode } from '../labs/enrolment-code.entity';
import { Agent, Lab } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { MachineAllowance, MachineChange, MachineEvent } from '../labs/machine-record.entities';
import { LinkMessage } from '../link/link-message.entity';
import { Filament, MaterialMovement, Spool } from '../materials/material.entities';
import { DeadLetter } from '../queues/dead-letter.entity';
import { OutboxEntry } from '../queues/outbox.entity';

/** Every table of the service, by its entity. */
export const entities = [
  Member,
  Account,
  LoginSession,
  ApiToken,
  Organisation,
  Lab,
  Agent,
  EnrolmentCode,
  Machine,
  MachineChange,
  MachineEvent,
  MachineAllowance,
  Filament,
  Spool,
  MaterialMovement,
  StoredFile,
  Thumbnail,
  Batch,
  Job,
  Run,
  Transition,
  OutboxEntry,
  DeadLetter,
  LinkMessage,
  ...billingEntities,
];

import { Account, AccountRole, ApiToken, LoginSession } from '../accounts/account.entity';
import { AccountCode } from '../accounts/account-code.entity';
import { KnownDevice } from '../accounts/known-device.entity';
import { AuditEntry, AuditPersonalDetail } from '../audit/audit.entities';
import { billingEntities } from '../billing/entities';
import { StoredFile } from '../files/file.entity';
import { Thumbnail } from '../files/thumbnail.entity';
import { Induction, MachineKind } from '../inductions/induction.entities';
import { Batch, Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { SubmissionKey } from '../jobs/submission-key.entity';
import { Transition } from '../jobs/transition.entity';
import { EnrolmentCode } from '../labs/enrolment-code.entity';
import { Agent, Lab } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { MachineAllowance, MachineChange, MachineEvent } from '../labs/machine-record.entities';
import { LinkMessage } from '../link/link-message.entity';
import { Mail } from '../mail/mail.entity';
import { Filament, MaterialMovement, Spool, SpoolChangeRow } from '../materials/material.entities';
import { Organisation, OrganisationContact } from '../organisations/organisation.entity';
import { Group, GroupPerson } from '../people/group.entities';
import {
  Member,
  MemberBillingIdentity,
  MemberContact,
  MemberProfile,
  ResidencyVerification,
} from '../people/member.entity';
import { MemberCategory } from '../people/member-category.entity';
import { MemberImport } from '../people/member-import.entity';
import { DeadLetter } from '../queues/dead-letter.entity';
import { OutboxEntry } from '../queues/outbox.entity';
import { Upload } from '../uploads/upload.entity';

/** Every table of the service, by its entity. */
export const entities = [
  Member,
  MemberContact,
  MemberBillingIdentity,
  MemberProfile,
  ResidencyVerification,
  MemberCategory,
  MemberImport,
  Group,
  GroupPerson,
  Account,
  AccountRole,
  AccountCode,
  LoginSession,
  KnownDevice,
  ApiToken,
  Organisation,
  OrganisationContact,
  MachineKind,
  Induction,
  Mail,
  AuditEntry,
  AuditPersonalDetail,
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
  SpoolChangeRow,
  StoredFile,
  Thumbnail,
  Upload,
  Batch,
  Job,
  Run,
  Transition,
  SubmissionKey,
  OutboxEntry,
  DeadLetter,
  LinkMessage,
  ...billingEntities,
];

import { AccountLanguage1763975000000 } from './account-language.migration';
import { AgentSecrets1763935000000 } from './agent-secrets.migration';
import { BedRun1763940000000 } from './bed-run.migration';
import { Billing1763905000000 } from './billing.migration';
import { DeadLetters1763925000000 } from './dead-letters.migration';
import { Enrolment1763930000000 } from './enrolment.migration';
import { FoldedSearch1763976100000 } from './folded-search.migration';
import { Foundation1763900000000 } from './foundation.migration';
import { Guard1763910000000 } from './guard.migration';
import { KnownDevices1763965000000 } from './known-devices.migration';
import { MachineCredentials1763960000000 } from './machine-credentials.migration';
import { MachineEvents1763915000000 } from './machine-events.migration';
import { MaterialChoice1763981000000 } from './material-choice.migration';
import { People1763945000000 } from './people.migration';
import { RestoredState1763970000000 } from './restored-state.migration';
import { SpoolChanges1763982000000 } from './spool-changes.migration';
import { SubmissionKeys1763950000000 } from './submission-keys.migration';
import { Transitions1763920000000 } from './transitions.migration';
import { Uploads1763955000000 } from './uploads.migration';

/** In order; a released migration never changes. */
export const migrations = [
  Foundation1763900000000,
  Billing1763905000000,
  Guard1763910000000,
  MachineEvents1763915000000,
  Transitions1763920000000,
  DeadLetters1763925000000,
  Enrolment1763930000000,
  AgentSecrets1763935000000,
  BedRun1763940000000,
  People1763945000000,
  SubmissionKeys1763950000000,
  Uploads1763955000000,
  MachineCredentials1763960000000,
  KnownDevices1763965000000,
  RestoredState1763970000000,
  AccountLanguage1763975000000,
  FoldedSearch1763976100000,
  MaterialChoice1763981000000,
  SpoolChanges1763982000000,
];

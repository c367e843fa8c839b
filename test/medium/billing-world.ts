import type { TariffVersion } from '@pandafab/domain';
import {
  type BatchId,
  type FilamentId,
  type JobId,
  type LabId,
  type MachineId,
  type MemberId,
  newId,
  type OrganisationId,
  type PrestationId,
  type RunId,
  type SpoolId,
  systemClock,
} from '@pandafab/shared';
import { startTestServer, type TestAccount, type TestDatabase, type TestServer } from '@pandafab/testing';
import type { EntityManager } from 'typeorm';
import { Member } from '../../apps/server/src/accounts/member.entity';
import { Organisation } from '../../apps/server/src/accounts/organisation.entity';
import { BillingService } from '../../apps/server/src/billing/billing.service';
import { StoredFile } from '../../apps/server/src/files/file.entity';
import { Batch, Job } from '../../apps/server/src/jobs/job.entities';
import { Run } from '../../apps/server/src/jobs/run.entity';
import { Lab } from '../../apps/server/src/labs/lab.entity';
import { Machine } from '../../apps/server/src/labs/machine.entity';
import { Filament, MaterialMovement, Spool } from '../../apps/server/src/materials/material.entities';
import { UnitOfWork } from '../../apps/server/src/persistence/unit-of-work';
import { sellerSettings } from './billing-seller';

const price = { unitPriceCents: 8_340, basisGrams: 1000 };
const rates = {
  free: false,
  machineHourCents: 250,
  materials: { PLA: price },
  otherMaterials: price,
  setUpFeeCents: 100,
  minimumCents: 0,
};
/** Set-up 1 €, machine hour 2,50 €, 1000 g of PLA 83,40 €; free for residents. */
export const tariffRates: TariffVersion = {
  currency: 'EUR',
  categories: {
    resident: { ...rates, free: true },
    member: rates,
    student: rates,
    school: rates,
    organisation: rates,
  },
};

export interface Print {
  readonly memberId: MemberId;
  readonly prestationId?: PrestationId;
  readonly state?: Run['state'];
  readonly jobState?: Job['state'];
  readonly milligrams?: number;
  readonly seconds?: number;
}

/** A running server with one lab, one machine and one spool, and a date that tests set. */
export class BillingWorld {
  private readonly labId = newId<LabId>();
  private readonly machineId = newId<MachineId>();
  private readonly spoolId = newId<SpoolId>();
  private readonly fileSha256 = 'f'.repeat(64);

  private constructor(
    readonly server: TestServer,
    readonly date: { now: number },
    readonly billing: TestAccount,
  ) {}

  static async open(database: TestDatabase): Promise<BillingWorld> {
    const date = { now: Date.parse('2026-11-23T09:00:00Z') };
    const server = await startTestServer({ database, clock: { ...systemClock, now: () => date.now } });
    const world = new BillingWorld(server, date, await server.accountWith('billing'));
    await world.write((manager) => world.furnish(manager));
    return world;
  }

  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.server.app.get(UnitOfWork).run(work);
  }

  private async furnish(manager: EntityManager): Promise<void> {
    const createdAt = this.date.now;
    const { labId } = this;
    const filamentId = newId<FilamentId>();
    await manager.insert(Lab, {
      id: labId,
      name: 'Lab',
      timeZone: 'Europe/Paris',
      matchRevision: 0,
      createdAt,
    });
    const kind = {
      material: 'PLA',
      brand: 'Test',
      colour: 'blanc',
      diameterMm: 1.75,
      densityGramsPerCm3: 1.24,
    };
    await manager.insert(Filament, { id: filamentId, ...kind, createdAt });
    await manager.insert(Spool, { id: this.spoolId, filamentId, labId, label: 'A', createdAt });
    await manager.insert(Machine, {
      id: this.machineId,
      labId,
      ...{ name: 'M', kind: 'printer', profileId: 'marlin-2', connection: '/dev/null', baudRate: 115_200 },
      ...{ bridgeSecretHash: null, widthMm: 200, depthMm: 200, heightMm: 200 },
      ...{ maxNozzleCelsius: 260, maxBedCelsius: 100, spoolId: null, bed: 'clear', inMaintenance: false },
      createdAt,
    });
    await manager.insert(StoredFile, { sha256: this.fileSha256, bytes: 1, state: 'analysed', createdAt });
  }

  async organisation(siren: string | null = '987654324'): Promise<OrganisationId> {
    const id = newId<OrganisationId>();
    const address = {
      addressLine: '2 place de la Mairie',
      postcode: '21000',
      city: 'Dijon',
      countryCode: 'FR',
    };
    const numbers = { siren, siret: siren && `${siren}00012`, vatNumber: null, email: null };
    const createdAt = this.date.now;
    const name = 'Lycée Exemple';
    await this.write((manager) =>
      manager.insert(Organisation, { id, name, ...address, ...numbers, createdAt }),
    );
    return id;
  }

  async member(category: string, residencyValidUntil: number | null = null): Promise<MemberId> {
    const id = newId<MemberId>();
    const standing = { category, residencyValidUntil, homeLabId: null };
    const createdAt = this.date.now;
    await this.write((manager) => manager.insert(Member, { id, displayName: 'M', ...standing, createdAt }));
    return id;
  }

  /** Ends a run as the lab link does: run, movement and usage record in one unit of work. */
  async print(print: Print): Promise<RunId> {
    const { state = 'done', milligrams = 12_345, seconds = 1_800 } = print;
    const runId = newId<RunId>();
    const at = this.date.now;
    await this.write(async (manager) => {
      const jobId = await this.job(manager, print);
      await manager.insert(Run, {
        id: runId,
        jobId,
        ...{ labId: this.labId, machineId: this.machineId, spools: [this.spoolId], state, active: false },
        ...{ cause: null, linesSent: 9, linesAcknowledged: 9, resends: 0, filamentUm: [1], exact: true },
        ...{ seconds, commandsSha256: null, assignedAt: at, startedAt: at, endedAt: at },
      });
      const movement = { id: newId<string>(), spoolId: this.spoolId, kind: 'print', runId, tool: 0 } as const;
      await manager.insert(MaterialMovement, { ...movement, milligrams: -milligrams, filamentUm: 1, at });
      await this.server.app.get(BillingService).recordUsage(manager, runId);
    });
    return runId;
  }

  private async job(manager: EntityManager, print: Print): Promise<JobId> {
    const { memberId, prestationId = null, jobState = 'done' } = print;
    const [id, batchId, createdAt] = [newId<JobId>(), newId<BatchId>(), this.date.now];
    const submittedBy = this.billing.accountId;
    await manager.insert(Batch, { id: batchId, memberId, submittedBy, quantity: 1, createdAt });
    const file = { fileSha256: this.fileSha256, fileName: 'bracket.gcode', material: 'PLA' };
    const place = { batchId, memberId, labId: this.labId, prestationId };
    await manager.insert(Job, { id, ...place, ...file, state: jobState, createdAt, changedAt: createdAt });
    return id;
  }

  /** Asks the API as billing staff. */
  async ask<Body>(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
    return this.billing.client.request<Body>(method, `/api/v1${path}`, body === undefined ? {} : { body });
  }

  publishTariff = () => this.ask('POST', '/tariffs', { name: 'Tarif courant', rates: tariffRates });

  recordSeller = (change: object = {}) =>
    this.ask('PUT', '/settings/seller', { ...sellerSettings, inForceFrom: '2026-01-01', ...change });

  async prestation(organisationId: OrganisationId, change: object = {}): Promise<PrestationId> {
    const body = { organisationId, title: 'Supports de capteurs', ...change };
    return (await this.ask<{ id: PrestationId }>('POST', '/prestations', body)).body.id;
  }

  addLine = (id: PrestationId, change: object = {}) =>
    this.ask<{ code?: string }>('POST', `/prestations/${id}/lines`, {
      label: 'Formation à la modélisation',
      ...{ quantity: '2.5', unit: 'HUR', unitPriceCents: 4_500, activity: 'training' },
      ...change,
    });

  issue = (id: PrestationId) =>
    this.ask<{ id: string; number: string; issuedOn: string; code?: string; params?: object }>(
      'POST',
      `/prestations/${id}/invoice`,
    );
}

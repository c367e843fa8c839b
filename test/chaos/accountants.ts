import { pollUntil } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../city/foundations';
import { sellerSettings } from '../medium/fixtures/billing-seller';
import type { Invoiced, Papers } from './evidence';
import { pause, Refused, type Service } from './service';

/** Each invoice makes a PDF and an XML: faster accountants would take the processor from the machines. */
const REST_MS = 1_500;
const MOST_CENTS = 100_000;
/** The chance that an accountant asks for an invoice too early, before the client order has a line. */
const EMPTY_ONES = 0.35;
/** The chance that two accountants click at the same moment, or one clicks twice. */
const TWICE = 0.4;

interface Prestation {
  readonly id: string;
  readonly reference: string;
}

/** Two accountants who write client orders and invoice them during the faults, and keep every answer. */
export class Accountants {
  readonly papers = {
    prestations: [] as Papers['prestations'][number][],
    lines: [] as Papers['lines'][number][],
    invoices: [] as Invoiced[],
  } satisfies Papers;
  private working = true;
  private writing = true;
  private busy = 0;
  private readonly shifts: Promise<void>[];

  private constructor(
    private readonly service: Service,
    private readonly clientId: string,
    private readonly random: () => number,
  ) {
    this.shifts = [1, 2].map(() => this.work());
  }

  static async hire(foundations: Foundations, service: Service, random: () => number): Promise<Accountants> {
    const [client] = foundations.clients;
    const seller = { ...sellerSettings, inForceFrom: '2020-01-01' };
    if (client)
      await expectStatus(client.request('PUT', '/api/v1/settings/seller', { body: seller }), 200, 201);
    const address = { addressLine: '2 place de la Mairie', postcode: '21000', city: 'Dijon' };
    const { id } = await foundations.make<{ id: string }>('/organisations', {
      name: 'Lycée Exemple',
      ...address,
    });
    return new Accountants(service, id, random);
  }

  /** Resolves when all their requests have ended. */
  async calm(): Promise<void> {
    this.writing = false;
    await pollUntil('accountants to lay down their pens', () => this.busy === 0, 300_000);
  }

  resume(): void {
    this.writing = true;
  }

  async goHome(): Promise<void> {
    this.working = false;
    await Promise.all(this.shifts);
  }

  private async work(): Promise<void> {
    while (this.working) {
      if (this.writing) {
        this.busy++;
        await this.bill().catch(() => {});
        this.busy--;
      }
      await pause(REST_MS);
    }
  }

  private async bill(): Promise<void> {
    const body = { organisationId: this.clientId, title: 'Supports de capteurs' };
    const { id, reference } = await this.service.ask<Prestation>('POST', '/prestations', body);
    this.papers.prestations.push({ id, reference });
    if (this.random() < EMPTY_ONES) await this.invoice(id).catch(demandRefused);
    for (let lines = 1 + Math.floor(this.random() * 3); lines > 0; lines--) await this.addLine(id);
    const clicks = this.random() < TWICE ? [1, 2] : [1];
    await Promise.all(clicks.map(() => this.invoice(id)));
  }

  private async addLine(prestationId: string): Promise<void> {
    const cents = 1 + Math.floor(this.random() * MOST_CENTS);
    const unitPrice = (cents / 100).toFixed(2);
    const line = { label: 'Formation', quantity: '1', unitPrice, activity: 'training' };
    const path = `/prestations/${prestationId}/lines`;
    const { id, netCents } = await this.service.ask<{ id: string; netCents: number }>('POST', path, line);
    this.papers.lines.push({ id, prestationId, netCents });
  }

  private async invoice(prestationId: string): Promise<void> {
    const draft = { kind: 'invoice', request: {}, key: `final ${prestationId}` };
    const path = `/prestations/${prestationId}/documents`;
    const { id: draftId } = await this.service.ask<{ id: string }>('POST', path, draft);
    const issue = `/documents/${draftId}/issue`;
    const { id, number, netCents } = await this.service.ask<Invoiced>('POST', issue);
    this.papers.invoices.push({ id, number, prestationId, netCents });
  }
}

function demandRefused(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

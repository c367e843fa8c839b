import { Inject, Injectable } from '@nestjs/common';
import { expectedUsage, type FileFigures, isUndecided, NO_CONDITIONS } from '@pandafab/domain';
import { type Clock, Fault, type FaultCode, type Language, micrometres } from '@pandafab/shared';
import { In } from 'typeorm';
import { BillingService } from '../../money/billing.service';
import { PresenceBook } from '../../network/link/presence-book';
import { MachinePolicies } from '../../network/machines/machine-policies';
import { readerIn } from '../../network/machines/reader';
import { inductionsOfEither } from '../../people/inductions/valid-inductions';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { putIntoWords } from '../../platform/http/words';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { filamentOfFile, materialsOfFile, materialWordsOf } from '../../stock/spools/file-materials';
import { demandColour } from '../../stock/spools/lab-colours';
import { demandKnownMaterial, materialsOfLab, offersFor } from '../../stock/spools/lab-materials';
import { type StoredAnalysis, StoredFile } from '../files/file.entity';
import { viewThumbnails } from '../files/thumbnail-view';
import { Thumbnails } from '../files/thumbnails';
import { viewAnalysis, viewUnplaced } from '../guard/analysis-view';
import { ALL_FINDINGS, viewFindings } from '../guard/finding-view';
import { GuardService } from '../guard/guard.service';
import { type ReadAnalysis, readFor } from '../guard/read-as';
import { minute, viewForecast } from '../jobs/expectations';
import type { SubmitFields } from '../jobs/jobs.dto';
import { materialChoiceOf } from '../jobs/material-choice';
import { JobApproval } from '../jobs/queue/job-approval';
import { viewApproval } from '../jobs/queue/queue-view';
import { type SubmissionRequest, SubmissionsService } from '../jobs/submissions.service';
import { Forecasts, type Outlook } from '../matching/forecasts.service';
import { reasonsToWait, viewWaiting, type Wanted } from '../matching/waiting';
import type { Upload } from './upload.entity';

/** The views of a file before it is submitted. */
@Injectable()
export class UploadViews {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly thumbnails: Thumbnails,
    private readonly guard: GuardService,
    private readonly policies: MachinePolicies,
    private readonly presence: PresenceBook,
    private readonly submissions: SubmissionsService,
    private readonly billing: BillingService,
    private readonly forecasts: Forecasts,
    private readonly approval: JobApproval,
  ) {}

  /** The uploads, with the analyses of their files. */
  async viewUploads(uploads: readonly Upload[], language: Language) {
    const shas = [...new Set(uploads.map(({ fileSha256 }) => fileSha256))];
    const files = await this.database.of(StoredFile).findBy({ sha256: In(shas) });
    const fileOf = new Map(files.map((file) => [file.sha256, file]));
    const thumbnails = await this.thumbnails.of(shas);
    return uploads.flatMap(({ id, fileName, fileSha256, createdAt, expiresAt }) => {
      const file = fileOf.get(fileSha256);
      if (!file) return [];
      const { bytes, state, refusal, analysis } = file;
      return {
        ...{ id, fileName, fileSha256, bytes, state },
        analysis: viewUnplaced(analysis),
        refusal: putIntoWords(refusal, language),
        thumbnails: viewThumbnails(thumbnails.get(fileSha256) ?? [], `/api/v1/uploads/${id}`),
        createdAt: toIso(createdAt),
        expiresAt: toIso(expiresAt),
      };
    });
  }

  /**
   * Preview of a submission now: which machines could take the file, and its price.
   * @throws Fault UPLOAD.NOT_READ; the refusal of a file that no machine can print; what `demandAllowed` throws;
   * BILLING.PRESTATION_UNKNOWN {id}, MATERIAL.UNKNOWN {material, known}, MATERIAL.COLOUR_UNKNOWN {colour, known}
   */
  async preview(
    account: CurrentAccountInfo,
    { fileSha256 }: Upload,
    fields: SubmitFields,
    language: Language,
  ) {
    const { quantity, ...request } = fields;
    const { manager } = this.database;
    await this.submissions.demandAllowed(manager, account, request);
    const file = await this.demandRead(fileSha256);
    const { labId } = request;
    const memberId = request.memberId ?? account.memberId;
    const verdicts = (await this.guard.verdictsOf(manager, [labId])).get(labId);
    const verdict = verdicts?.of(file);
    const read = readFor(file.analysis, verdicts?.profiles, verdict);
    const choice = materialChoiceOf(request);
    if (choice.material !== null) await demandKnownMaterial(manager, labId, choice.material, file);
    const usage = expectedUsage(figuresOf(read), choice.material);
    const { colour } = request;
    if (colour !== undefined) await demandColour(manager, colour);
    const whose = { memberId, groupId: request.groupId ?? null, prestationId: request.prestationId ?? null };
    const wanted = this.wanted(account, file, request);
    const asked = { ...whose, labId, material: choice.material, quantity, file };
    const approval = await this.approval.atSubmission(manager, account, asked);
    const dueAt = request.readyBy ?? null;
    const expectedIn = await this.submissions.soonestLab(account, fields, file);
    const outlook = await this.forecasts.expect({ ...wanted, labId: expectedIn, ...whose, dueAt, quantity });
    const estimate = await this.billing.estimate(manager, whose, usage);
    const print = { whose, labId, estimate, copies: quantity, at: this.clock.now() };
    return {
      analysis: viewAnalysis(read),
      fileMaterial: materialWordsOf(file.analysis),
      materials: offersFor(await materialsOfLab(manager, labId), file),
      isUndecided: isUndecided(choice, materialsOfFile(file.analysis), filamentOfFile(file.analysis)),
      findings: verdict ? viewFindings(verdict, language, ALL_FINDINGS) : [],
      machines: viewWaiting(await this.waiting(wanted), language, readerIn(account, labId)),
      expected: viewForecast(outlook.first),
      expectedIn,
      ...viewEnd(outlook, dueAt),
      price: estimate,
      payment: await this.billing.paymentOf(manager, print),
      notices: await this.submissions.notices(memberId, whose, language),
      approval: viewApproval(approval, language),
    };
  }

  private async demandRead(sha256: string): Promise<StoredFile & { analysis: StoredAnalysis }> {
    const file = await this.database.of(StoredFile).findOneByOrFail({ sha256 });
    const { refusal, analysis } = file;
    if (refusal) throw new Fault(refusal.code as FaultCode, refusal.details);
    if (!analysis) throw new Fault('UPLOAD.NOT_READ');
    return { ...file, analysis };
  }

  private wanted(
    { memberId: submitter }: CurrentAccountInfo,
    file: StoredFile,
    { memberId = submitter, ...request }: SubmissionRequest,
  ): Wanted {
    const inductionsAmong = (kinds: readonly string[]) =>
      inductionsOfEither(this.database.manager, this.clock.now(), [memberId, submitter], kinds);
    const place = { labId: request.labId, onlyMachineId: request.onlyMachineId ?? null };
    const conditions = { ...NO_CONDITIONS, tags: request.tags ?? [], colour: request.colour ?? null };
    return { ...place, ...materialChoiceOf(request), conditions, file, inductionsAmong, memberId };
  }

  private waiting(wanted: Wanted) {
    const live = this.presence.of(wanted.labId);
    return reasonsToWait(this.database.manager, this.policies, wanted, live, this.clock.now());
  }
}

/** When all copies are done, and whether that is before the hour that the maker would like. */
const viewEnd = ({ lastEndAt }: Outlook, dueAt: number | null) => ({
  lastEndAt: toIsoOrNull(lastEndAt && minute(lastEndAt)),
  isInTime: lastEndAt === null || dueAt === null ? null : lastEndAt <= dueAt,
});

/** The figures of a file for the preview. */
const figuresOf = ({ analysis, time }: ReadAnalysis): FileFigures => {
  const { slicerEstimate, slicerSettings, timeSeconds, filamentMm } = analysis;
  return {
    seconds: time?.total ?? timeSeconds,
    filamentUm: filamentMm.map(micrometres),
    slicerGrams: slicerEstimate.filamentGrams,
    slicerMaterials: slicerSettings?.filamentTypes ?? [slicerEstimate.filamentType],
  };
};

import { api, content, type Schemas } from '../../api/client';
import { newKey } from '../submit/new-key';

/** Creates a draft of a document. It has no number and can be deleted. */
export const makeDraft = (
  prestationId: string,
  kind: Schemas['PaperKind'],
  request: Schemas['DocumentRequest'],
): Promise<Schemas['Document']> =>
  content(
    api.POST('/api/v1/prestations/{id}/documents', {
      params: { path: { id: prestationId } },
      body: { kind, request, key: newKey() },
    }),
  );

import { queryOptions } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { ask, get } from '../../api/get';

export type Paper = Schemas['Document'];
export type PaperDetail = Schemas['DocumentDetail'];
export type Content = Schemas['PaperContent'];
export type Preview = Schemas['DocumentPreview'];
export type Kind = Schemas['PaperKind'];

export const paperQuery = (id: string) => get('/api/v1/documents/{id}', { path: { id } });

/**
 * What a draft would be now. Not under the address of documents: the step that ends a draft must not ask for its preview
 * again, which then is refused.
 */
export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['document-preview', id],
    queryFn: () => ask('/api/v1/documents/{id}/preview', { path: { id } }),
    staleTime: 0,
  });

/** What each step of a document makes stale. */
export const TOUCHED = ['/api/v1/documents', '/api/v1/prestations', '/api/v1/organisations'] as const;

/** Kinds that have an electronic invoice beside the PDF. */
export const hasXml = (kind: Kind): boolean => kind !== 'quote' && kind !== 'order-confirmation';

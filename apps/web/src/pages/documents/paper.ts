import type { Schemas } from '../../api/client';
import { get } from '../../api/get';

export type Paper = Schemas['Document'];
export type PaperDetail = Schemas['DocumentDetail'];
export type Content = Schemas['PaperContent'];
export type Preview = Schemas['DocumentPreview'];
export type Kind = Schemas['PaperKind'];

export const paperQuery = (id: string) => get('/api/v1/documents/{id}', { path: { id } });
export const previewQuery = (id: string) => get('/api/v1/documents/{id}/preview', { path: { id } });

/** What each step of a document makes stale. */
export const TOUCHED = ['/api/v1/documents', '/api/v1/prestations', '/api/v1/organisations'] as const;

/** Kinds that have an electronic invoice beside the PDF. */
export const hasXml = (kind: Kind): boolean => kind !== 'quote' && kind !== 'order-confirmation';

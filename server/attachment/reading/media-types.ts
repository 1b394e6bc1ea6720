/** What may be attached, and the ending that names of such files get. */
const ENDINGS = {
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
} as const;

export type MediaType = keyof typeof ENDINGS;

export const DOCX: MediaType =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const XLSX: MediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const isMediaType = (type: string): type is MediaType => Object.hasOwn(ENDINGS, type);

/** The usual ending first. */
export const endingsOf = (type: MediaType): readonly string[] => ENDINGS[type];

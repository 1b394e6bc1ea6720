import { createHash } from 'node:crypto';
import { type ClientRequest, request as startRequest } from 'node:http';
import type { TestHub } from './start-test-hub.js';

/** The record and the version that a file is uploaded for. */
export interface UploadTarget {
  readonly id: string;
  readonly version: number;
}

export interface UploadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly attachment: {
    readonly id: string;
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number;
    readonly url: string;
  };
  readonly version: number;
  readonly isSearchable: boolean;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string; readonly [name: string]: unknown };
  }[];
}

type Content = Buffer | string;
type Head = Readonly<Record<string, string>>;

/** Whoever is known by this name in her token. */
export const tokenOf = (member: string): Head => ({ authorization: `Bearer ${member}` });

export const uploadAddress = (hub: TestHub, { id, version }: UploadTarget): string =>
  `${hub.url}/attachments?item=${encodeURIComponent(id)}&expectedVersion=${version}`;

/** Uploads a file as a browser or a program does. */
export function upload(
  hub: TestHub,
  member: string,
  target: UploadTarget,
  content: Content,
  name = 'informe.pdf',
): Promise<UploadAnswer> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
  return send(uploadAddress(hub, target), form, tokenOf(member));
}

/** Sends a form whose parts are written by hand. */
export const uploadForm = (
  hub: TestHub,
  member: string,
  target: UploadTarget,
  parts: readonly Content[],
): Promise<UploadAnswer> => {
  const lines = parts.flatMap((part) => ['--line\r\n', part, '\r\n']);
  const whole = Buffer.concat([...lines, '--line--\r\n'].map((piece) => Buffer.from(piece)));
  const body = new Uint8Array(whole);
  const headers = { ...tokenOf(member), 'content-type': 'multipart/form-data; boundary=line' };
  return send(uploadAddress(hub, target), body, headers);
};

/** A part of a form that holds a file. */
export const filePart = (name: string, content: Content): Buffer =>
  Buffer.concat([
    Buffer.from(`content-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`),
    Buffer.from(content),
  ]);

export async function send(
  address: string,
  body: FormData | string | Uint8Array<ArrayBuffer>,
  headers: Head,
): Promise<UploadAnswer> {
  const response = await fetch(address, { method: 'POST', body, headers });
  const answer = (await response.json()) as Omit<UploadAnswer, 'status' | 'headers'>;
  return { ...answer, status: response.status, headers: response.headers };
}

/** Begins a request with this head and this much of a body, and leaves the rest open. */
export function beginUpload(
  hub: TestHub,
  member: string,
  target: UploadTarget,
  { bytes, body }: { readonly bytes: number; readonly body: Content },
): ClientRequest {
  const request = startRequest(uploadAddress(hub, target), {
    method: 'POST',
    headers: {
      ...tokenOf(member),
      'content-type': 'multipart/form-data; boundary=line',
      'content-length': bytes,
    },
  });
  request.flushHeaders();
  if (body) request.write(body);
  return request;
}

export const hashOf = (content: Content): string =>
  createHash('sha256').update(content).digest('hex');

/** Fetches where an attachment is served, whatever name the hub has for itself. */
export const download = (
  hub: TestHub,
  { url }: { readonly url: string },
  headers: Head = {},
  method = 'GET',
): Promise<Response> => fetch(hub.url + new URL(url).pathname, { method, headers });

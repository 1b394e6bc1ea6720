import type { RecordContentInput } from '../../schema/operations/operation-types.js';

const SAVE = `mutation ($id: ID!, $expectedVersion: Int!, $content: RecordContentInput!) {
  saveDraft(id: $id, expectedVersion: $expectedVersion, content: $content) {
    record { version }
    problems { code }
  }
}`;

interface Answer {
  readonly data?: {
    readonly saveDraft: {
      readonly record: { readonly version: number } | null;
      readonly problems: readonly { readonly code: string }[];
    };
  } | null;
}

interface Draft {
  readonly id: string;
  readonly expectedVersion: number;
  readonly content: RecordContentInput;
}

/** Saves a draft over the API, as the member whose session the browser holds. */
export async function postDraft(
  variables: Draft,
): Promise<{ readonly version: number } | 'conflict' | 'ended' | 'failed' | 'refused'> {
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SAVE, variables }),
    });
    const { data } = (await response.json()) as Answer;
    if (!data) return response.status < 500 ? 'refused' : 'failed';
    const { record, problems } = data.saveDraft;
    if (record) return record;
    const codes = problems.map(({ code }) => code);
    if (codes.includes('CONFLICT') || codes.includes('WRONG_STATUS')) return 'conflict';
    return codes.includes('UNAUTHENTICATED') ? 'ended' : 'refused';
  } catch {
    return 'failed';
  }
}

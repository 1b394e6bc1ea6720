import { InstitutionRole } from '../../schema/member-enums.js';
import { LESSON, RecordSteps } from './editorial.js';
import type { KnownMembers } from './members.js';
import { ORIGIN } from './partners.js';
import type { TestHub } from './start-test-hub.js';

/** The pages of somebody who writes and reviews. */
export interface EditorsDesk {
  /** The header that makes a request hers. */
  readonly cookie: string;
  readonly member: string;
  readonly institution: string;
  /** One of every kind of page, without the language. */
  readonly addresses: readonly string[];
}

const NAME = 'redactora';

/** On a hub with the shipped content: an editor, and records in every state she meets. */
export async function sendEditorTo(hub: TestHub, members: KnownMembers): Promise<EditorsDesk> {
  const { actor } = await hub.query<{ actor: { id: string } }>('{ actor(slug: "imss") { id } }');
  const institution = actor.id;
  const memberships = [{ institution, role: InstitutionRole.EDITOR }];
  members.add(NAME, { memberships });
  const begin = (content: object, kind?: string) =>
    RecordSteps.create(hub, NAME, institution, { ...LESSON, ...content }, kind);

  const draft = await begin({ themes: ['health'], countries: ['MX'] });
  await draft.take(NAME, 'saveDraft', {
    content: { texts: [{ locale: 'PT', title: 'Comprar juntos', summary: 'Dois institutos.' }] },
  });
  await draft.take(NAME, 'saveDraft', {
    content: { countries: [], texts: [{ locale: 'ES', summary: 'Tres institutos.' }] },
  });
  const step = { texts: [{ locale: 'ES', text: 'Avisar', responsible: 'Dirección' }] };
  const protocol = await begin({ steps: [step, step] }, 'PROTOCOL');
  const sent = await begin({ themes: ['health'] });
  await sent.take(NAME, 'submitDraft');

  const { _id: partner } = await hub.build.partner({ actor: institution });
  const { _id: query } = await hub.build.storedQuery({ partner });
  hub.hub.embedding.usage.note({ partner, query, origin: ORIGIN, cost: 40 });

  const of = ({ id }: { readonly id: string }, rest = '') => `/workspace/${id}${rest}`;
  return {
    cookie: `saberes=${NAME}`,
    member: NAME,
    institution,
    addresses: [
      '/workspace',
      of(draft),
      of(protocol),
      of(sent),
      of(draft, '/preview'),
      of(draft, '/translations'),
      of(draft, '/translations/pt'),
      of(draft, '/history?from=1&to=3'),
      of(draft, '/steps/submit'),
      of(sent, '/steps/request-changes'),
      of(draft, '/steps/restore?revision=1'),
      '/partners',
      `/partners/${partner}?query=${query}`,
    ],
  };
}

import { webAddress } from '../item/web-address.js';
import type { PageContext } from '../page-context.js';
import type { DeskContact, DeskList } from './desk-list.js';
import { ProtocolLink } from './desk-steps.js';

interface DeskContactsProps {
  readonly context: PageContext;
  readonly list: DeskList;
}

/** Whom to turn to: everybody that the protocols name, and in which role. */
export function DeskContacts({ context, list }: DeskContactsProps) {
  if (list.contacts.length === 0) return null;
  const { t } = context;
  return (
    <section class="desk__contacts">
      <table>
        <caption>{t('emergency.contacts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('emergency.institution')}</th>
            <th scope="col">{t('emergency.part')}</th>
            <th scope="col">{t('emergency.website')}</th>
          </tr>
        </thead>
        <tbody>
          {list.contacts.map((contact) => (
            <ContactRow key={contact.actor.id} context={context} contact={contact} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ContactRowProps {
  readonly context: PageContext;
  readonly contact: DeskContact;
}

function ContactRow({ context, contact: { actor, links } }: ContactRowProps) {
  const website = webAddress(actor.website);
  return (
    <tr>
      <th scope="row">
        <a href={context.to(`/actors/${actor.slug}`)}>{actor.name}</a>
        {actor.acronym && ` (${actor.acronym})`}
      </th>
      <td>
        {links.map(({ role, protocol }) => (
          <div key={role + protocol.id}>
            {context.t(`role.${role}`)} · <ProtocolLink context={context} protocol={protocol} />
          </div>
        ))}
      </td>
      <td>
        {website && (
          <a href={website} rel="noopener">
            {website.replace(/^https?:\/\/|\/$/g, '')}
          </a>
        )}
      </td>
    </tr>
  );
}

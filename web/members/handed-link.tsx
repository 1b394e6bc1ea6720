import { ShownOnce } from '../form/shown-once.js';
import type { PageContext } from '../page-context.js';
import type { MembersOutcome } from './members-data.js';

interface HandedLinkProps {
  readonly context: PageContext;
  readonly link: NonNullable<MembersOutcome['link']>;
}

/** A link that lets its bearer in: it is on this page and nowhere else. */
export function HandedLink({ context, link: { url, of } }: HandedLinkProps) {
  const { t } = context;
  return (
    <ShownOnce
      context={context}
      title={t('members.linkTitle')}
      message={t(of === 'invite' ? 'members.linkInvite' : 'members.linkReset')}
      secret={url}
    />
  );
}

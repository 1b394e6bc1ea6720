import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';

interface DoneNoticeProps<Deed extends string> {
  readonly context: PageContext;
  /** What forms of the page do, as the address that they lead to names it. */
  readonly deeds: readonly Deed[];
  readonly textOf: (deed: Deed) => string;
}

/** What the last form did. */
export function DoneNotice<Deed extends string>(props: DoneNoticeProps<Deed>) {
  const { context, deeds, textOf } = props;
  const done = deeds.find((deed) => deed === context.query.get('done'));
  if (!done) return null;
  return (
    <p class="notice" role="status" id="done">
      <Icon name="check" />
      {textOf(done)}
    </p>
  );
}

import { CopyButton } from '../item/cite/copy-button.js';
import { Icon } from '../layout/icon.js';
import type { PageContext } from '../page-context.js';

interface CodeToCopyProps {
  readonly context: PageContext;
  readonly id: string;
  readonly code: string | undefined;
}

/** Code as it is written, and the button that copies it. */
export function CodeToCopy({ context, id, code }: CodeToCopyProps) {
  const { t } = context;
  return (
    <>
      <pre lang="en">
        <code id={id}>{code}</code>
      </pre>
      <p>
        <CopyButton context={context} of={`#${id}`} done={t('form.copied')}>
          <Icon name="copy" />
          {t('form.copy')}
        </CopyButton>
      </p>
    </>
  );
}

/** What a form sends along unseen. */
export function HiddenFields({ fields }: { readonly fields: Iterable<readonly [string, string]> }) {
  return [...fields].map(([name, value], index) => (
    // A form may hold a field several times, in an order that matters.
    <input key={`${index} ${name}`} type="hidden" name={name} value={value} />
  ));
}

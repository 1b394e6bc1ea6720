// The catalogues of the interface have to say the same things in every language.
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../web/texts/', import.meta.url);
const faults = [];
const readLocale = (locale) =>
  Object.assign(
    {},
    ...readdirSync(new URL(`${locale}/`, folder)).map((name) =>
      JSON.parse(readFileSync(new URL(`${locale}/${name}`, folder), 'utf8')),
    ),
  );
const catalogues = Object.fromEntries(
  ['es', 'en', 'pt', 'fr'].map((locale) => [locale, readLocale(locale)]),
);

const FORM = /_(zero|one|two|few|many|other)$/;
const whole = (key) => key.replace(FORM, '');
const valuesIn = (text) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
const all = new Set(Object.values(catalogues).flatMap((texts) => Object.keys(texts).map(whole)));
const counted = new Set(
  Object.values(catalogues).flatMap((texts) =>
    Object.keys(texts)
      .filter((key) => FORM.test(key))
      .map(whole),
  ),
);

for (const [locale, texts] of Object.entries(catalogues)) {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const wanted = [...all].flatMap((key) =>
    counted.has(key) ? forms.map((form) => `${key}_${form}`) : [key],
  );
  for (const key of wanted) if (!texts[key]?.trim()) faults.push(`${locale}/ lacks "${key}"`);
  for (const key of Object.keys(texts)) {
    if (!wanted.includes(key)) faults.push(`${locale}/ has "${key}", which no plural rule uses`);
  }
}

for (const key of all) {
  const used = Object.values(catalogues).map((texts) => {
    const found = Object.keys(texts).filter((name) => whole(name) === key);
    const values = new Set(found.flatMap((name) => valuesIn(texts[name])));
    return [...values].sort((a, b) => a.localeCompare(b)).join();
  });
  if (new Set(used).size > 1) faults.push(`"${key}" holds other values in other languages`);
}

const sources = new URL('../web/', import.meta.url);
const code = readdirSync(sources, { recursive: true })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(new URL(name, sources), 'utf8'))
  .join('\n');
for (const key of all) {
  const family = key.slice(0, key.lastIndexOf('.') + 1);
  const isUsed = [`'${key}'`, `"${key}"`, `\`${key}\``, `\`${family}\${`].some((text) =>
    code.includes(text),
  );
  if (!isUsed) faults.push(`"${key}" is used nowhere`);
}

if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}

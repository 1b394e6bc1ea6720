// The catalogues of the interface have to say the same things in every language: those of the pages and of the widget.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const LOCALES = ['es', 'en', 'pt', 'fr'];
const FORM = /_(zero|one|two|few|many|other)$/;
const whole = (key) => key.replace(FORM, '');
const valuesIn = (text) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name);
const faults = [];

/** A language is one file, or a folder of them. */
function readLocale(folder, locale) {
  const single = new URL(`${locale}.json`, folder);
  const parts = new URL(`${locale}/`, folder);
  const files = existsSync(single)
    ? [single]
    : readdirSync(parts).map((name) => new URL(name, parts));
  return Object.assign({}, ...files.map((file) => JSON.parse(readFileSync(file, 'utf8'))));
}

function readCode(folder, isOurs) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.tsx?$/.test(name) && isOurs(name))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
    .join('\n');
}

function checkCatalogue(name, folder, code) {
  const catalogues = Object.fromEntries(
    LOCALES.map((locale) => [locale, readLocale(folder, locale)]),
  );
  const keys = Object.values(catalogues).flatMap((texts) => Object.keys(texts));
  const all = new Set(keys.map(whole));
  const counted = new Set(keys.filter((key) => FORM.test(key)).map(whole));
  checkForms(name, catalogues, all, counted);
  for (const key of all) {
    checkValues(name, catalogues, key);
    const family = key.slice(0, key.lastIndexOf('.') + 1);
    const isUsed = [`'${key}'`, `"${key}"`, `\`${key}\``, `\`${family}\${`, `\`${key}_\${`].some(
      (text) => code.includes(text),
    );
    if (!isUsed) faults.push(`${name}: "${key}" is used nowhere`);
  }
}

function checkForms(name, catalogues, all, counted) {
  for (const [locale, texts] of Object.entries(catalogues)) {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    const wanted = [...all].flatMap((key) =>
      counted.has(key) ? forms.map((form) => `${key}_${form}`) : [key],
    );
    for (const key of wanted)
      if (!texts[key]?.trim()) faults.push(`${name}: ${locale} lacks "${key}"`);
    for (const key of Object.keys(texts)) {
      if (!wanted.includes(key))
        faults.push(`${name}: ${locale} has "${key}", which no plural rule uses`);
    }
  }
}

function checkValues(name, catalogues, key) {
  const used = Object.values(catalogues).map((texts) => {
    const found = Object.keys(texts).filter((form) => whole(form) === key);
    const values = new Set(found.flatMap((form) => valuesIn(texts[form])));
    return [...values].sort((a, b) => a.localeCompare(b)).join();
  });
  if (new Set(used).size > 1)
    faults.push(`${name}: "${key}" holds other values in other languages`);
}

const web = new URL('../web/', import.meta.url);
const widget = new URL('widget/', web);
checkCatalogue(
  'pages',
  new URL('texts/', web),
  readCode(web, (name) => !name.startsWith('widget/')),
);
checkCatalogue(
  'widget',
  new URL('texts/', widget),
  readCode(widget, () => true),
);

if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exit(1);
}

import { z } from 'zod';

/** The hub's languages, as the content files write them. */
export const SEED_LOCALES = ['es', 'en', 'pt', 'fr'] as const;
export type SeedLocale = (typeof SEED_LOCALES)[number];

/** An object that refuses unknown keys and says which ones there are. */
export const record = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `is not a known field. Allowed: ${Object.keys(shape).join(', ')}`
        : undefined,
  });

export const text = z.string().trim().min(1, 'is empty');
export const locale = z.enum(SEED_LOCALES);

/** A text in every language of the hub. */
export const label = record({ es: text, en: text, pt: text, fr: text });
export type Label = z.output<typeof label>;

/** Lists of other names, in those languages that have any. */
export const aliases = record({
  es: z.array(text).optional(),
  en: z.array(text).optional(),
  pt: z.array(text).optional(),
  fr: z.array(text).optional(),
});
export type Aliases = z.output<typeof aliases>;

/** One text for all languages, or one for each: both are read as one for each. */
export const acronym = z.union(
  [text.transform((same): Label => ({ es: same, en: same, pt: same, fr: same })), label],
  { error: 'has to be one text, or one for each of es, en, pt, fr' },
);

export const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'has to be lower-case words joined by hyphens');
export const countryCode = z.string().regex(/^[A-Z]{2}$/, 'has to be two capital letters');
export const date = z.iso.date('has to be a date such as 2020-12-04');
export const webAddress = z.url({ protocol: /^https?$/, error: 'has to be a web address' });

/** A year or a day; null where it is not known. */
export const since = z
  .union([z.int().min(1800).max(2100).transform(String), date, z.null()], {
    error: 'has to be a year, a date such as 2020-12-04, or null where it is not known',
  })
  .optional();

/** A list without repetitions. */
export const listOf = <T extends z.ZodType>(member: T) =>
  z.array(member).superRefine((values, context) => {
    for (const [index, value] of values.entries()) {
      if (values.indexOf(value) === index) continue;
      context.addIssue({
        code: 'custom',
        path: [index],
        message: `${JSON.stringify(value)} is in the list twice`,
      });
    }
  });

import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fingerprintSeeds, readSeeds, SeedError, seedFolder } from '../seeds/read.js';

const LABEL = '{ es: uno, en: one, pt: um, fr: un }';

/** A whole folder of content, as small as it can be. */
const SMALL: Readonly<Record<string, string>> = {
  'countries.yaml': `
regions:
  - { code: '013', name: ${LABEL} }
countries:
  - { code: GT, alpha3: GTM, m49: '320', region: '013', smallIslandState: false, name: ${LABEL} }
`,
  'country-groups.yaml': `- { code: sica, name: ${LABEL}, members: [{ country: GT, from: 1991 }] }\n`,
  'themes.yaml': `- { code: health, name: ${LABEL} }
- { code: vaccines, broader: health, name: ${LABEL} }
`,
  'challenges.yaml': `- { code: H1, number: 1, name: ${LABEL} }\n`,
  'hazards.yaml': `- { code: epidemic, name: ${LABEL} }\n`,
  'sdgs.yaml': `- { code: '3', name: ${LABEL} }\n`,
  'actors/all.yaml': `- slug: igss
  name: ${LABEL}
  acronym: IGSS
  kind: SOCIAL_SECURITY
  country: GT
  description: ${LABEL}
`,
  'events/meeting.yaml': `slug: meeting
name: ${LABEL}
startDate: 2020-12-03
endDate: 2020-12-04
place: ${LABEL}
organizers: [igss]
description: ${LABEL}
`,
  'items/plan.yaml': `slug: plan
kind: PROTOCOL
original: es
publishedAt: 2020-12-04
countries: [GT]
actors: [{ role: AUTHOR, actor: igss }]
themes: [vaccines]
challenges: [H1]
sdgs: ['3']
evidence: STATED
event: meeting
rights: LINK_ONLY
sources: [{ title: Report }]
texts:
  es: { title: Plan, summary: Un plan. }
family: plan
edition: ${LABEL}
inForce: true
`,
};

describe('the content that ships with the hub', () => {
  it('has no problem and covers what the founding report names', async () => {
    const seeds = await readSeeds();

    expect(seeds.countries).toHaveLength(33);
    expect(seeds.challenges.map(({ code }) => code)).toEqual(
      Array.from({ length: 25 }, (_, index) => `H${index + 1}`),
    );
    expect(seeds.items.length).toBeGreaterThanOrEqual(60);
    expect(seeds.actors.length).toBeGreaterThanOrEqual(45);
    expect(seeds.themes.length).toBeGreaterThanOrEqual(50);
  });

  it('finds trilateral and triangular cooperation under one theme in each language', async () => {
    const { themes } = await readSeeds();
    const theme = themes.find(({ code }) => code === 'triangular-cooperation');

    expect(theme?.synonyms?.es).toContain('cooperación trilateral');
    expect(theme?.synonyms?.en).toContain('trilateral cooperation');
    expect(theme?.synonyms?.pt).toContain('cooperação trilateral');
    expect(theme?.synonyms?.fr).toContain('coopération trilatérale');
  });

  it('knows an institution by its acronym in each language and by its misprint', async () => {
    const { actors } = await readSeeds();
    const bySlug = new Map(actors.map((actor) => [actor.slug, actor]));

    const paho = { es: 'OPS', en: 'PAHO', pt: 'OPAS', fr: 'OPS' };
    expect(bySlug.get('paho')?.acronym).toEqual(paho);
    expect(bySlug.get('apci')?.aliases?.es).toContain('ACPI');
  });
});

describe('readSeeds', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'seeds-'));
    for (const [name, content] of Object.entries(SMALL)) await write(name, content);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function write(name: string, content: string) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  const change = async (name: string, from: string, to: string) => {
    const before = await readFile(path.join(folder, name), 'utf8');
    expect(before).toContain(from);
    await write(name, before.replace(from, to));
  };
  /** The lines of the error, relative to the folder. */
  const problems = async (): Promise<string[]> => {
    const error: unknown = await readSeeds(folder).catch((reason: unknown) => reason);
    if (!(error instanceof SeedError)) throw new Error('No problem was found.');
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll(`${folder}/`, ''));
  };

  it('reads a good folder and gives one acronym to all languages', async () => {
    const { items, actors, groups } = await readSeeds(folder);

    expect(items.map(({ slug }) => slug)).toEqual(['plan']);
    expect(actors[0]?.acronym).toEqual({ es: 'IGSS', en: 'IGSS', pt: 'IGSS', fr: 'IGSS' });
    expect(groups[0]?.members).toEqual([{ country: 'GT', from: '1991' }]);
  });

  it('names file, line and a likely theme for a theme that does not exist', async () => {
    await change('items/plan.yaml', 'themes: [vaccines]', 'themes: [vaccines, healt]');

    expect(await problems()).toEqual([
      'items/plan.yaml:7: themes[1]: there is no theme "healt"; did you mean "health"? ' +
        'Allowed: health, vaccines',
    ]);
  });

  it('names file and line of a label that lacks a language', async () => {
    await change(
      'themes.yaml',
      `health, name: ${LABEL}`,
      'health, name: { es: uno, en: one, fr: un }',
    );

    expect(await problems()).toEqual(['themes.yaml:1: [0].name.pt: is missing']);
  });

  it('names file and line of broken YAML and says nothing about what depends on it', async () => {
    await change('actors/all.yaml', '  kind: SOCIAL_SECURITY', '  kind: "SOCIAL_SECURITY');

    const found = await problems();
    expect(found.length).toBeGreaterThan(0);
    for (const line of found) expect(line).toMatch(/^actors\/all\.yaml:\d+: is not valid YAML: /);
  });

  it('refuses a key that is written twice in one record', async () => {
    await change('items/plan.yaml', 'evidence: STATED', 'evidence: STATED\nevidence: MONITORED');

    expect((await problems())[0]).toMatch(/^items\/plan\.yaml:11: is not valid YAML: .*unique/);
  });

  it('names both places of a slug that is taken', async () => {
    await cp(path.join(folder, 'actors/all.yaml'), path.join(folder, 'actors/more.yaml'));

    expect(await problems()).toEqual([
      `actors/more.yaml:1: [0].slug: "igss" is taken by actors/all.yaml:1`,
    ]);
  });

  it('lists the allowed fields for a field that nobody reads', async () => {
    await change('events/meeting.yaml', 'startDate:', 'begins:');

    const found = await problems();
    expect(found).toContain('events/meeting.yaml:1: startDate: is missing');
    expect(found.join('\n')).toMatch(
      /meeting\.yaml:3: begins: is not a known field\. Allowed: slug/,
    );
  });

  it('lists the allowed values for a value that is not one of them', async () => {
    await change('items/plan.yaml', 'role: AUTHOR', 'role: AUTOR');
    await change('items/plan.yaml', 'rights: LINK_ONLY', 'rights: FREE');

    const [role, rights] = await problems();
    expect(role).toMatch(/:6: actors\[0\]\.role: "AUTOR" is not allowed; did you mean "AUTHOR"\?/);
    expect(rights).toMatch(/:12: rights: "FREE" is not allowed.* Allowed: .*LINK_ONLY, OPEN/);
  });

  it('lists the kinds of items when the kind is unknown', async () => {
    await change('items/plan.yaml', 'kind: PROTOCOL', 'kind: MANUAL');

    expect((await problems())[0]).toMatch(/:2: kind: "MANUAL" is not allowed.*BEST_PRACTICE/);
  });

  it('wants exactly one edition of a protocol in force', async () => {
    await change('items/plan.yaml', 'inForce: true', 'inForce: false');

    expect((await problems())[0]).toMatch(
      /plan\.yaml:18: inForce: 0 editions of "plan" are in force/,
    );
  });

  it('wants a text in the original language, a file named after its slug and no circles', async () => {
    await change('items/plan.yaml', 'original: es', 'original: pt');
    await change('items/plan.yaml', 'slug: plan', 'slug: other');
    await change('themes.yaml', 'code: health, name', 'code: health, broader: vaccines, name');

    const found = (await problems()).join('\n');
    expect(found).toMatch(/plan\.yaml:1: slug: the file has to be called other\.yaml/);
    expect(found).toMatch(/plan\.yaml:14: texts: has no text in "pt"/);
    expect(found).toMatch(/themes\.yaml:1: \[0\]\.broader: goes in a circle: health > vaccines/);
  });

  it('blames the damaged record alone, not those that refer to it', async () => {
    await change('actors/all.yaml', 'kind: SOCIAL_SECURITY', 'kind: CLUB');

    expect(await problems()).toEqual([
      expect.stringMatching(/^actors\/all\.yaml:4: \[0\]\.kind: /),
    ]);
  });

  it('refuses HTML in a text', async () => {
    await change('items/plan.yaml', 'summary: Un plan.', 'summary: Un plan., body: "a <b>b</b>"');

    expect(await problems()).toEqual([
      'items/plan.yaml:15: texts.es.body: holds HTML; write Markdown',
    ]);
  });

  it('says which file is missing and which does not belong', async () => {
    await rm(path.join(folder, 'sdgs.yaml'));
    await write('items/deep/er.yaml', 'slug: er');

    const found = await problems();
    expect(found).toContain('sdgs.yaml: is missing');
    expect(found.join('\n')).toMatch(/items\/deep\/er\.yaml: is not part of the content/);
  });

  it('gives another fingerprint when a file changes and the same when none does', async () => {
    const before = await fingerprintSeeds(folder);
    expect(await fingerprintSeeds(folder)).toBe(before);

    await change('sdgs.yaml', 'es: uno', 'es: una');
    expect(await fingerprintSeeds(folder)).not.toBe(before);
    expect(path.basename(seedFolder)).toBe('seeds');
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseHTML } from 'linkedom';
import { ActorKind, ActorRole } from '../schema/actor-enums.js';
import { KnowledgeKind } from '../schema/knowledge-enums.js';
import { keyedId } from '../server/ids.js';
import {
  ACTIVE_ADDRESSES,
  ACTIVE_TEXTS,
  activeIn,
  linkedDataOf,
} from './support/active-content.js';
import type { ItemParts } from './support/factories.js';
import { openPage } from './support/page.js';
import { startTestHub, type TestHub } from './support/start-test-hub.js';

const KINDS = Object.values(KnowledgeKind);
const slugOf = (kind: string, index: number) => `${kind.toLowerCase().replace('_', '-')}-${index}`;

describe('A record made of active content', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startTestHub();
    await hub.build.reference(referenceMadeOf(ACTIVE_TEXTS));
    await hub.build.items(
      ACTIVE_TEXTS.flatMap((text, index) => KINDS.map((kind) => recordMadeOf(text, kind, index))),
    );
  });
  afterAll(() => hub.stop());

  it.each(ACTIVE_TEXTS.map((text, index) => [text, index] as const))(
    'stays text: %j',
    async (text, index) => {
      for (const kind of KINDS) {
        const page = await openPage(hub, `/es/items/${slugOf(kind, index)}`);

        expect(page.status).toBe(200);
        expect(page.text('h1')).toBe(text.replace(/\s+/g, ' ').trim());
        expect(activeIn(page)).toEqual([]);
        expect(linkedDataOf(page)).toMatchObject({ name: text });
      }
    },
  );

  it('leads nowhere but to the web', async () => {
    const sources = ACTIVE_ADDRESSES.map((url) => ({ title: `Fuente ${url}`, url }));
    const good = { title: 'Buena', url: 'https://example.org/a?b="c"' };
    await hub.build.item({ slug: 'led', sources: [...sources, good] });

    const page = await openPage(hub, '/es/items/led');

    expect(page.document.querySelectorAll('.sources li')).toHaveLength(sources.length + 1);
    expect(activeIn(page)).toEqual([]);
    const links = [...page.document.querySelectorAll('.sources a')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      'https://example.org/a?b=%22c%22',
    ]);
    expect(linkedDataOf(page)).toMatchObject({ isBasedOn: expect.anything() });
    expect(JSON.stringify(linkedDataOf(page))).not.toMatch(/"url":"(?!https?:)/);
  });

  it('would be noticed', () => {
    const { document } = parseHTML(
      '<html><a href="javascript:x">a</a><p onclick="x" style="y">b</p><script>c</script></html>',
    );
    expect(activeIn({ document })).toEqual([
      'a href="javascript:x"',
      'p onclick="x"',
      'p style="y"',
      'script c',
    ]);
  });
});

function referenceMadeOf(texts: readonly string[]) {
  const named = texts.map((text, index) => ({
    name: { es: text },
    seedHash: `hash-${index}`,
    key: `made-${index}`,
    text,
  }));
  return {
    actors: named.map(({ key: slug, text, ...parts }) => ({
      ...parts,
      _id: keyedId('actor', slug),
      slug,
      acronym: { es: text },
      kind: ActorKind.GOVERNMENT,
    })),
    events: named.map(({ key: slug, text: _text, ...parts }) => ({
      ...parts,
      _id: keyedId('event', slug),
      slug,
      organizers: [],
    })),
    concepts: named.flatMap(({ key: code, text: _text, ...parts }, position) =>
      (['theme', 'challenge', 'hazard', 'sdg'] as const).map((scheme) => ({
        ...parts,
        _id: keyedId(scheme, code),
        scheme,
        code,
        position,
      })),
    ),
  };
}

/** Every field that a page of a record shows says the same. */
function recordMadeOf(text: string, kind: KnowledgeKind, index: number): ItemParts {
  const said = { es: text };
  const key = `made-${index}`;
  const result = { indicator: said, baseline: text, value: text, unit: said, source: text };
  return {
    slug: slugOf(kind, index),
    kind,
    ...(kind === KnowledgeKind.PROTOCOL ? { family: key, edition: said, inForce: false } : {}),
    actors: [{ role: ActorRole.AUTHOR, actor: keyedId('actor', key) }],
    event: keyedId('event', key),
    themes: [key],
    challenges: [key],
    hazards: [key],
    sdgs: [key],
    sources: [{ title: text, url: text, locator: text }],
    results: [result],
    steps: [{ number: 1, text: said, responsible: said, tool: said, timeLimit: said }],
    texts: { es: textsMadeOf(text) },
  };
}

const textsMadeOf = (text: string) => ({
  title: text,
  summary: text,
  body: text,
  context: text,
  approach: text,
  problem: text,
  enablers: [text],
  obstacles: [text],
  replicability: text,
  observation: text,
  lesson: text,
  recommendation: text,
  purpose: text,
  scope: text,
  legalBasis: text,
});

import { describe, expect, it } from '@jest/globals';
import { isAllowedOrigin, normalizeOrigin } from '../server/embed/allowed-origin.js';

describe('An origin of a partner', () => {
  it.each([
    ['https://www.example.org', 'https://www.example.org'],
    [' https://WWW.Example.org/ ', 'https://www.example.org'],
    ['https://example.org:443', 'https://example.org'],
    ['https://example.org:8443', 'https://example.org:8443'],
    ['https://*.example.org', 'https://*.example.org'],
    ['https://*.EXAMPLE.org/', 'https://*.example.org'],
    ['https://*.example.org:8443', 'https://*.example.org:8443'],
    ['https://cooperação.example', 'https://xn--cooperao-xza3b.example'],
    ['https://*.cooperação.example', 'https://*.xn--cooperao-xza3b.example'],
    ['https://192.0.2.7', 'https://192.0.2.7'],
    ['http://localhost:5173', 'http://localhost:5173'],
    ['http://127.0.0.1:80', 'http://127.0.0.1'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
  ])('is written in one way: %s', (text, normal) => {
    expect(normalizeOrigin(text)).toBe(normal);
    expect(normalizeOrigin(normal)).toBe(normal);
  });

  it.each([
    '',
    'null',
    '*',
    'https://',
    'https://*',
    'https://*.org',
    'https://*.192.0.2.7',
    'https://*.0x7f.1',
    'https://*.*.example.org',
    'https://www.*.org',
    'https://w*.example.org',
    'http://*.localhost',
    'http://www.example.org',
    'http://localhost.example.org',
    'https://example.org/path',
    'https://example.org?x=1',
    'https://example.org/?',
    'https://example.org#x',
    'https://ada@example.org',
    'https://@example.org',
    'https:\\\\example.org\\x',
    'https://example.org.',
    'https://exa mple.org',
    'example.org',
    '//example.org',
    'ftp://example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    `https://${'a'.repeat(300)}.example`,
  ])('is refused when it is none: %j', (text) => {
    expect(normalizeOrigin(text)).toBeNull();
  });
});

describe('A browser', () => {
  const origins = ['https://www.example.org', 'https://*.example.net', 'http://localhost:5173'];

  it.each([
    'https://www.example.org',
    'https://a.example.net',
    'https://a.b.example.net',
    'http://localhost:5173',
  ])('may ask from %s', (origin) => {
    expect(isAllowedOrigin(origins, origin)).toBe(true);
  });

  it.each([
    null,
    '',
    'null',
    'https://example.org',
    'https://www.example.org.evil.example',
    'https://evilwww.example.org',
    'https://www.example.org:8443',
    'https://WWW.example.org',
    'https://www.example.org/',
    'http://www.example.org',
    'https://example.net',
    'https://.example.net',
    'https://evilexample.net',
    'https://a.example.net.evil.example',
    'https://a.example.net:8443',
    'http://a.example.net',
    'https://evil.example/.example.net',
    'https://evil.example?.example.net',
    'https://evil.example#.example.net',
    'https://evil.example\\.example.net',
    'https://user@a.example.net',
    'https://*.example.net',
    'http://localhost:5174',
    'http://localhost',
  ])('may not ask from %j', (origin) => {
    expect(isAllowedOrigin(origins, origin)).toBe(false);
  });

  it('may not ask when a partner has no origins', () => {
    expect(isAllowedOrigin([], 'https://www.example.org')).toBe(false);
  });
});

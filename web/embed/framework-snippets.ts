import { type ChosenElement, escaped, inTag } from './widget-element.js';

/** The script comes from the hub as it is: no bundler looks for it. */
const load = (script: string): string =>
  `import(/* @vite-ignore */ /* webpackIgnore: true */ '${script}')`;

/** React and Vue keep `key` for themselves. */
const renamed = (attributes: ChosenElement['attributes']): ChosenElement['attributes'] =>
  attributes.map(([name, value]) => [name === 'key' ? 'public-key' : name, value]);

/** A component of React; texts stand in it as those of a program, which no text can end. */
export function reactSnippet({ name, attributes, page, title }: ChosenElement, script: string) {
  const given = renamed(attributes).map(([key, value]) => ` ${key}={${JSON.stringify(value)}}`);
  return [
    "import { useEffect } from 'react';",
    '',
    'export function Saberes() {',
    '  useEffect(() => {',
    `    ${load(script)};`,
    '  }, []);',
    '  return (',
    `    <${name}${given.join('')}>`,
    `      <a href={${JSON.stringify(page)}}>{${JSON.stringify(title)}}</a>`,
    `    </${name}>`,
    '  );',
    '}',
  ].join('\n');
}

/** A component of Vue; with `v-pre` no braces of a text are code, and the element is nobody's component. */
export function vueSnippet({ name, attributes, page, title }: ChosenElement, script: string) {
  return [
    '<script setup>',
    "import { onMounted } from 'vue';",
    '',
    `onMounted(() => ${load(script)});`,
    '</script>',
    '',
    '<template>',
    `  <${name} v-pre${inTag(renamed(attributes))}>`,
    `    <a href="${escaped(page)}">${escaped(title)}</a>`,
    `  </${name}>`,
    '</template>',
  ].join('\n');
}

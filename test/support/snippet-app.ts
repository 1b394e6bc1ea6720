import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PartnerProject } from './partner-project.js';

/** A snippet that is a component of a framework. */
export interface Component {
  readonly choice: string;
  readonly code: string;
  readonly policy: string;
}

type AppFramework = 'react' | 'vue';

/** An app that shows components one below the other, and its like on a server. */
const APPS: Readonly<Record<AppFramework, { readonly client: string; readonly server: string }>> = {
  react: {
    client: `import { createElement } from 'react';
      import { createRoot } from 'react-dom/client';
      const all = components.map(({ Saberes }, key) => createElement(Saberes, { key }));
      createRoot(document.querySelector('#app')).render(all);`,
    server: `import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      export const render = async () =>
        components.map(({ Saberes }) => renderToString(createElement(Saberes))).join('');`,
  },
  vue: {
    client: `import { createApp, h } from 'vue';
      createApp({ render: () => components.map((one) => h(one.default)) }).mount('#app');`,
    server: `import { createSSRApp } from 'vue';
      import { renderToString } from 'vue/server-renderer';
      export const render = async () =>
        (await Promise.all(components.map((one) => renderToString(createSSRApp(one.default))))).join('');`,
  },
};

/** Puts components into a project as its files, with what starts them; `script` is what became of it. */
export async function entriesFor(
  project: PartnerProject,
  framework: AppFramework,
  components: readonly Component[],
) {
  const ending = framework === 'react' ? 'jsx' : 'vue';
  for (const { choice, code } of components) await project.put(`${choice}.${ending}`, code);
  const imports = components.map(
    ({ choice }) => `import * as ${choice} from './${choice}.${ending}';`,
  );
  const names = components.map(({ choice }) => choice).join(', ');
  const head = `${imports.join('\n')}\nconst components = [${names}];\n`;
  const client = `${framework}-snippets.js`;
  const server = `${framework}-snippets-server.js`;
  await project.put(client, head + APPS[framework].client);
  await project.put(server, head + APPS[framework].server);
  const script = () => readFile(join(project.folder, 'site', client), 'utf8');
  return { client, server, script };
}

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, type Plugin } from 'vite';
import { compileScript, parse } from 'vue/compiler-sfc';
import type { BuildOrder } from './partner-build.js';

/** In a process of its own: Jest cannot load the bundler, and an app is built as a developer builds it. */
const { folder, client, server, given } = JSON.parse(process.argv[2] ?? '') as BuildOrder;

/** As the guide says it. */
const compilerOptions = { isCustomElement: (tag: string) => tag.startsWith('saberes-') };

/** What the plugin of Vue does with a file. */
const vueFiles: Plugin = {
  name: 'vue-files',
  transform: {
    filter: { id: /\.vue$/ },
    handler(code, id, options) {
      const { descriptor } = parse(code, { filename: id, templateParseOptions: compilerOptions });
      const { content } = compileScript(descriptor, {
        id,
        inlineTemplate: true,
        templateOptions: {
          ssr: options?.ssr ?? false,
          compilerOptions,
        },
      });
      return { code: content, moduleType: 'js' };
    },
  },
};

const settings = (more: InlineConfig['build']): InlineConfig => ({
  root: folder,
  configFile: false,
  logLevel: 'error',
  plugins: [vueFiles],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
  },
  build: { emptyOutDir: false, minify: false, ...more },
});

const output = { entryFileNames: '[name].js' };
await build(settings({ outDir: 'site', rolldownOptions: { input: join(folder, client), output } }));
await build(settings({ outDir: 'server', ssr: join(folder, server), rolldownOptions: { output } }));
const entry = join(folder, 'server', server.replace(/\.\w+$/, '.js'));
const { render } = (await import(pathToFileURL(entry).href)) as {
  readonly render: (given: object) => Promise<string>;
};
process.stdout.write(await render(given));

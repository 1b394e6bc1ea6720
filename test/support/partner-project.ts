import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const WEB = fileURLToPath(new URL('../../web/', import.meta.url));
const MODULES = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const FRAMEWORKS = ['react', 'react-dom', 'vue', '@types'];

/** A folder as a partner's developer has it: the widget as npm would unpack it, React and Vue, and her own files. */
export class PartnerProject {
  private constructor(readonly folder: string) {}

  static async open(): Promise<PartnerProject> {
    const folder = await mkdtemp(join(tmpdir(), 'saberes-partner-'));
    const project = new PartnerProject(folder);
    await project.install();
    await project.put('package.json', '{ "type": "module" }');
    return project;
  }

  async put(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(this.folder, name)), { recursive: true });
    await writeFile(join(this.folder, name), text);
  }

  close(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }

  private async install(): Promise<void> {
    const modules = join(this.folder, 'node_modules');
    const widget = join(modules, 'saberes-widget');
    await mkdir(widget, { recursive: true });
    await Promise.all(FRAMEWORKS.map((name) => symlink(join(MODULES, name), join(modules, name))));
    const described = await readFile(join(WEB, 'widget/saberes.json'), 'utf8');
    const { package: packed } = JSON.parse(described) as { readonly package: string };
    await run('tar', ['-xzf', join(WEB, packed), '-C', widget, '--strip-components=1']);
  }
}

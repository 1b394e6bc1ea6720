import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readWidgetFile, type WidgetFile } from './embed/widget-file.js';

/** Where the browser's files lie and under which address the hub serves them. */
export const ASSETS_FOLDER = fileURLToPath(new URL('./client/assets/', import.meta.url));
export const ASSETS_ADDRESS = '/assets/';

export type Island =
  | 'search-box'
  | 'item'
  | 'emergency'
  | 'editor'
  | 'form'
  | 'embed-frame'
  | 'embed-this';

interface Chunk {
  readonly file: string;
}

/** Names of the built scripts and styles, which change with their content. */
export class Assets {
  private readonly manifest: Readonly<Record<string, Chunk>>;
  private readWidget: WidgetFile | null = null;

  constructor() {
    const file = new URL('./client/.vite/manifest.json', import.meta.url);
    this.manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Chunk>;
  }

  get styles(): string {
    return this.addressOf('web/styles/main.css');
  }

  /** Of pages that stand in a frame of another site. */
  get frameStyles(): string {
    return this.addressOf('web/styles/embed.css');
  }

  script(island: Island): string {
    return this.addressOf(`web/islands/${island}.island.tsx`);
  }

  /** The script that other sites load. */
  get widget(): WidgetFile {
    this.readWidget ??= readWidgetFile();
    return this.readWidget;
  }

  private addressOf(source: string): string {
    const chunk = this.manifest[source];
    if (!chunk) throw new Error(`"${source}" was not built.`);
    return `/${chunk.file}`;
  }
}

import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { isNamedAfter, readWidgetFile, type WidgetFile } from './widget-files.js';

const BUILT = fileURLToPath(new URL('../../web/widget/', import.meta.url));
const SCRIPT = 'saberes.js';
const EXACT = /^\/widget\/(\d+\.\d+\.\d+-[0-9a-f]{8})\/(saberes\.js|saberes-widget\.tgz)$/;
/** Of earlier builds, so many are held in memory; the others are read again. */
const MOST_HELD = 20;

/** What the build says of the widget, `/widget/saberes.json`. */
interface Described {
  readonly major: number;
  readonly url: string;
  /** The same for npm. */
  readonly package: string;
}

/** A file of the widget, and whether its address stands for this content for good. */
export interface FoundFile {
  readonly file: WidgetFile;
  readonly isExact: boolean;
}

/** The present build of the widget, and those before it that this hub has served: pages may have pinned them. */
export class WidgetBuilds {
  private opening: Promise<Described> | null = null;
  private readonly present = new Map<string, WidgetFile>();
  private readonly earlier = new LRUCache<string, WidgetFile>({ max: MOST_HELD });

  constructor(
    /** Where builds are kept for later hubs. */
    private readonly shelf: string,
    private readonly log: Logger,
  ) {}

  /** Null where there is nothing at a path below `/widget/`. */
  async find(path: string): Promise<FoundFile | null> {
    await this.described();
    const [, build, name] = EXACT.exec(path) ?? [];
    const isExact = build !== undefined && name !== undefined;
    const file = this.present.get(path) ?? (isExact ? await this.findEarlier(build, name) : null);
    return file && { file, isExact };
  }

  /** The exact address of the present build, and the one that every build of its major version has. */
  async addresses(): Promise<{ readonly exact: string; readonly floating: string }> {
    const { url, major } = await this.described();
    return { exact: url, floating: `/widget/v${major}/${SCRIPT}` };
  }

  private described(): Promise<Described> {
    this.opening ??= this.open();
    return this.opening;
  }

  private async open(): Promise<Described> {
    const described = JSON.parse(await readFile(join(BUILT, 'saberes.json'), 'utf8')) as Described;
    const { url, major } = described;
    for (const path of [
      url,
      described.package,
      `/widget/v${major}/${SCRIPT}`,
      '/widget/saberes.json',
      '/widget/LICENSE.txt',
    ]) {
      this.present.set(path, await readWidgetFile(BUILT, path.slice('/widget/'.length)));
    }
    const [, exact = ''] = EXACT.exec(url) ?? [];
    await this.keep(exact).catch((error: unknown) => {
      this.log.warn({ err: error }, 'this build of the widget could not be kept for later');
    });
    return described;
  }

  /** Puts the present build on the shelf, whole or not at all. */
  private async keep(exact: string): Promise<void> {
    if (await this.findEarlier(exact, SCRIPT)) return;
    const place = join(this.shelf, exact);
    const beside = `${place}.${process.pid}`;
    await mkdir(this.shelf, { recursive: true });
    await cp(join(BUILT, exact), beside, { recursive: true });
    await rm(place, { recursive: true, force: true });
    await rename(beside, place);
  }

  /** One that is not what its name says is as good as none. */
  private async findEarlier(exact: string, name: string): Promise<WidgetFile | null> {
    const place = join(this.shelf, exact);
    const held = this.earlier.get(join(place, name));
    if (held) return held;
    const file = await readWidgetFile(place, name).catch(() => null);
    if (!file || (name === SCRIPT && !isNamedAfter(exact, file))) return null;
    this.earlier.set(join(place, name), file);
    return file;
  }
}

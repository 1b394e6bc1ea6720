import { join } from 'node:path';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Authenticator } from '../auth/authenticator.js';
import type { Clock } from '../clock.js';
import type { Config } from '../config.js';
import { AttachmentHolders } from '../knowledge/attachment-holders.js';
import type { Models } from '../mongo/models.js';
import type { Publishing } from '../publishing/publishing.js';
import { AttachmentService } from './attachment.service.js';
import type { AttachmentTexts } from './attachment-texts.js';
import { attachmentsDoor } from './attachments-door.js';
import { DownloadDoor } from './download-door.js';
import { FileReader } from './reading/file-reader.js';
import { sweepUploads, type UploadPlace } from './reading/upload.js';
import { createFileStorage } from './storage/create-storage.js';
import type { FileStorage } from './storage/file-storage.js';
import { UploadDoor } from './upload-door.js';

/** The parts of a hub that files have to do with. */
export interface AttachmentsHost {
  readonly models: Models;
  readonly publishing: Publishing;
  readonly authenticator: Authenticator;
  readonly config: Config;
  /** Where people reach the hub. */
  readonly url: string;
  readonly log: Logger;
}

/** All that the hub does with files, put together. */
export class Attachments {
  readonly service: AttachmentService;
  readonly door: RequestHandler;
  private readonly files: FileStorage;
  private readonly place: UploadPlace;

  /** Throws `ConfigError` when the settings of the storage are incomplete. */
  constructor(
    private readonly hub: AttachmentsHost,
    texts: AttachmentTexts,
    private readonly clock: Clock,
  ) {
    const { models, publishing, authenticator, config, log } = hub;
    const { ledger, drafting } = publishing;
    const files = createFileStorage(config);
    const reader = new FileReader();
    this.files = files;
    const folder = join(config.DATA_DIR, 'incoming');
    this.place = { folder, mostBytes: config.ATTACHMENT_MAX_BYTES };
    this.service = new AttachmentService({ ledger, drafting, texts, reader, files, clock, log });
    const { service: attachments, place } = this;
    const publicUrl = () => hub.url;
    const upload = new UploadDoor({ attachments, authenticator, publicUrl, place, log });
    const holders = new AttachmentHolders(models.knowledge);
    this.door = attachmentsDoor(upload, new DownloadDoor({ holders, files, authenticator, log }));
  }

  /** Tidies up after a process that was killed; nobody waits for it. */
  start(): void {
    sweepUploads(this.place.folder, this.clock.now()).catch((error: Error) => {
      this.hub.log.warn({ reason: error.message }, 'old uploads could not be removed');
    });
  }

  stop(): Promise<void> {
    return this.files.close();
  }
}

import type { Command } from './command.js';
import { getMoreCommand, killCursorsCommand } from './cursor-commands.js';
import { deleteCommand } from './delete.js';
import { findCommand } from './find.js';
import { findAndModifyCommand } from './find-and-modify.js';
import * as handshake from './handshake.js';
import { insertCommand } from './insert.js';
import { updateCommand } from './update.js';

export const COMMANDS: readonly Command[] = [
  handshake.helloCommand,
  handshake.pingCommand,
  handshake.buildInfoCommand,
  handshake.hostInfoCommand,
  handshake.connectionStatusCommand,
  handshake.sessionsCommand,
  handshake.serverStatusCommand,
  insertCommand,
  findCommand,
  getMoreCommand,
  killCursorsCommand,
  updateCommand,
  deleteCommand,
  findAndModifyCommand,
];

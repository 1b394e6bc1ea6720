import { aggregateCommand } from './aggregate.js';
import { saslStartCommand } from './authentication.js';
import * as collections from './collection-commands.js';
import type { Command } from './command.js';
import { countCommand, distinctCommand } from './count.js';
import { getMoreCommand, killCursorsCommand } from './cursor-commands.js';
import { deleteCommand } from './delete.js';
import { explainCommand } from './explain.js';
import { findCommand } from './find.js';
import { findAndModifyCommand } from './find-and-modify.js';
import * as handshake from './handshake.js';
import * as indexes from './index-commands.js';
import { insertCommand } from './insert.js';
import * as stats from './stats-commands.js';
import { updateCommand } from './update.js';

export const COMMANDS: readonly Command[] = [
  handshake.helloCommand,
  saslStartCommand,
  handshake.pingCommand,
  handshake.buildInfoCommand,
  handshake.hostInfoCommand,
  handshake.connectionStatusCommand,
  handshake.sessionsCommand,
  handshake.serverStatusCommand,
  collections.createCommand,
  collections.dropCommand,
  collections.dropDatabaseCommand,
  collections.listCollectionsCommand,
  collections.listDatabasesCommand,
  indexes.createIndexesCommand,
  indexes.listIndexesCommand,
  indexes.dropIndexesCommand,
  stats.collStatsCommand,
  stats.dbStatsCommand,
  insertCommand,
  updateCommand,
  deleteCommand,
  findAndModifyCommand,
  findCommand,
  getMoreCommand,
  killCursorsCommand,
  aggregateCommand,
  countCommand,
  distinctCommand,
  explainCommand,
];

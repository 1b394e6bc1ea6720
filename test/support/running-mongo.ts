import { randomBytes } from 'node:crypto';
import { findRealMongo, mongodProgram, type RealMongo } from './real-mongo.js';

/** The real MongoDB of this run: the one that the run's set-up started, else one of the suite's own. */
export async function realMongoOfThisRun(): Promise<RealMongo | null> {
  const { SABERES_REAL_MONGO_URI: uri, SABERES_REAL_MONGO_NAME: name } = process.env;
  if (uri) return { uri, name: name ?? 'MongoDB', stop: async () => {} };
  return uri === undefined ? findRealMongo(process.env) : null;
}

/** A program that a suite may start a MongoDB of its own with, to kill it; undefined when there is none. */
export const ownMongod: string | undefined = mongodProgram(process.env);

/** A database name that no other suite uses. */
export const freshDatabase = (suite: string) =>
  `saberes_${suite}_${randomBytes(6).toString('hex')}`;

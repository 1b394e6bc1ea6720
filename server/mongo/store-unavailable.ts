import mongoose from 'mongoose';

const { MongoNetworkError, MongoServerSelectionError, MongoNotConnectedError } = mongoose.mongo;

/** Whether an error says that the store cannot be reached, as opposed to a refusal by it. */
export function isStoreUnavailable(error: unknown): boolean {
  return (
    error instanceof MongoNetworkError ||
    error instanceof MongoServerSelectionError ||
    error instanceof MongoNotConnectedError ||
    error instanceof mongoose.mongo.MongoClientClosedError ||
    (error instanceof mongoose.mongo.MongoServerError && error.hasErrorLabel('RetryableError'))
  );
}

import { type Action, authorize } from './permissions.js';
import type { Viewer } from './viewer.js';

export interface SignedInViewer extends Viewer {
  readonly memberId: string;
}

/** For what members do with their own account; throws as `authorize` does. */
export function authorizeInPerson(
  viewer: Viewer,
  action: Action,
): asserts viewer is SignedInViewer {
  authorize(viewer, action, null);
}

import { signInFirst } from '../account/sign-in.page.js';
import type { Action } from '../routes.js';

/** An action of members: whoever is no longer signed in loses nothing of the form. */
export const forMembers =
  (action: Action): Action =>
  async (context, form) =>
    context.viewer ? action(context, form) : signInFirst(context, form);

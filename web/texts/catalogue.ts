import type about from './es/about.json';
import type account from './es/account.json';
import type actor from './es/actor.json';
import type api from './es/api.json';
import type attachments from './es/attachments.json';
import type challenge from './es/challenge.json';
import type country from './es/country.json';
import type editor from './es/editor.json';
import type embed from './es/embed.json';
import type emergency from './es/emergency.json';
import type event from './es/event.json';
import type feed from './es/feed.json';
import type guide from './es/guide.json';
import type home from './es/home.json';
import type imports from './es/import.json';
import type item from './es/item.json';
import type members from './es/members.json';
import type partner from './es/partner.json';
import type records from './es/records.json';
import type search from './es/search.json';
import type site from './es/site.json';
import type table from './es/table.json';
import type theme from './es/theme.json';
import type workspace from './es/workspace.json';

/** Every text there is: one file per feature and language, Spanish standing for all four. */
export type Catalogue = typeof about &
  typeof account &
  typeof actor &
  typeof api &
  typeof attachments &
  typeof challenge &
  typeof country &
  typeof editor &
  typeof embed &
  typeof emergency &
  typeof event &
  typeof feed &
  typeof guide &
  typeof home &
  typeof imports &
  typeof item &
  typeof members &
  typeof partner &
  typeof records &
  typeof search &
  typeof site &
  typeof table &
  typeof theme &
  typeof workspace;

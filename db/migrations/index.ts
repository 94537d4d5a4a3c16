import type { Migration } from "kysely/migration";
import * as groundFloor from "./20261123T090000-ground-floor.ts";
import * as rateLimit from "./20261123T100000-rate-limit.ts";
import * as logo from "./20261123T110000-logo.ts";
import * as draftsFollows from "./20261123T113000-drafts-follows.ts";
import * as ideasFixes from "./20261123T114500-ideas-fixes.ts";
import * as handleReservation from "./20261123T120000-handle-reservation.ts";
import * as memberPrefixes from "./20261123T130000-member-prefixes.ts";
import * as memberData from "./20261123T131500-member-data.ts";
import * as uploads from "./20261123T140000-uploads.ts";
import * as memberLocale from "./20261123T141000-member-locale.ts";
import * as askFields from "./20261123T142000-ask-fields.ts";
import * as search from "./20261123T150000-search.ts";
import * as searchLog from "./20261123T160000-search-log.ts";
import * as allowedOrigins from "./20261123T161000-allowed-origins.ts";
import * as reputation from "./20261123T170000-reputation.ts";
import * as badges from "./20261123T171000-badges.ts";
import * as fairVotes from "./20261123T172000-fair-votes.ts";
import * as expertise from "./20261123T173000-expertise.ts";
import * as threadPowers from "./20261123T180000-thread-powers.ts";
import * as impact from "./20261123T182000-impact.ts";
import * as revisionEditor from "./20261123T183000-revision-editor.ts";
import * as programme from "./20261123T184500-programme.ts";
import * as moderation from "./20261123T190000-moderation.ts";
import * as clocks from "./20261123T191000-clocks.ts";
import * as verbs from "./20261123T191500-verbs.ts";
import * as automod from "./20261123T192000-automod.ts";
import * as deskSettings from "./20261123T192700-desk-settings.ts";
import * as masking from "./20261123T193000-masking.ts";
import * as automodRules from "./20261123T193500-automod-rules.ts";
import * as review from "./20261123T195000-review.ts";
import * as escalation from "./20261123T195500-escalation.ts";
import * as deskViews from "./20261123T192500-desk-views.ts";
import * as transparency from "./20261123T194000-transparency.ts";

/** Every migration by name, in order; listed here so that nothing is read from disk at run time. */
export const migrations: Record<string, Migration> = {
  "20261123T090000-ground-floor": groundFloor,
  "20261123T100000-rate-limit": rateLimit,
  "20261123T110000-logo": logo,
  "20261123T113000-drafts-follows": draftsFollows,
  "20261123T114500-ideas-fixes": ideasFixes,
  "20261123T120000-handle-reservation": handleReservation,
  "20261123T130000-member-prefixes": memberPrefixes,
  "20261123T131500-member-data": memberData,
  "20261123T140000-uploads": uploads,
  "20261123T141000-member-locale": memberLocale,
  "20261123T142000-ask-fields": askFields,
  "20261123T150000-search": search,
  "20261123T160000-search-log": searchLog,
  "20261123T161000-allowed-origins": allowedOrigins,
  "20261123T170000-reputation": reputation,
  "20261123T171000-badges": badges,
  "20261123T172000-fair-votes": fairVotes,
  "20261123T173000-expertise": expertise,
  "20261123T180000-thread-powers": threadPowers,
  "20261123T182000-impact": impact,
  "20261123T183000-revision-editor": revisionEditor,
  "20261123T184500-programme": programme,
  "20261123T190000-moderation": moderation,
  "20261123T191000-clocks": clocks,
  "20261123T191500-verbs": verbs,
  "20261123T192000-automod": automod,
  "20261123T192500-desk-views": deskViews,
  "20261123T192700-desk-settings": deskSettings,
  "20261123T193000-masking": masking,
  "20261123T193500-automod-rules": automodRules,
  "20261123T194000-transparency": transparency,
  "20261123T195000-review": review,
  "20261123T195500-escalation": escalation,
};

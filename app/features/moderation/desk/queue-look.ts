import type { MessageKey } from "#app/i18n/translate.ts";
import type { IconName } from "#app/ui/icon-name.ts";
import type { Queue } from "#db/schema-moderation.ts";

/** How a queue is named and drawn. */
export const QUEUE_LOOK: Record<Queue, { label: MessageKey; icon: IconName }> = {
  reported: { label: "desk.queue.reported", icon: "flag" },
  held: { label: "desk.queue.held", icon: "clock" },
  personal_data: { label: "desk.queue.personal_data", icon: "key" },
  suspect: { label: "desk.queue.suspect", icon: "user" },
  unanswered: { label: "desk.queue.unanswered", icon: "message" },
  wants_staff: { label: "desk.queue.wants_staff", icon: "users" },
  incident: { label: "desk.queue.incident", icon: "issue" },
  appeal: { label: "desk.queue.appeal", icon: "history" },
};

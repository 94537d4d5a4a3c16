import type { Generated } from "kysely";
import type { MaybeStamp, Stamp } from "./column-types.ts";

export type EscalationStatus = "open" | "answered" | "closed";
export type EscalationChannel = "webhook" | "mail";

/** No row: nothing is passed on. */
export type EscalationSettingTable = {
  community_id: number;
  webhook_on: Generated<boolean>;
  webhook_url: Generated<string>;
  secret: Generated<string>;
  mail_on: Generated<boolean>;
  mail_to: Generated<string>;
  /** In whose name answers are published; `null`: of whoever confirms. */
  account_id: number | null;
};

export type EscalationTable = {
  community_id: number;
  id: Generated<number>;
  case_id: number | null;
  thread_id: number;
  post_id: number | null;
  /** Of the ticket, in the brand's system. */
  reference: Generated<string>;
  note: Generated<string>;
  status: Generated<EscalationStatus>;
  /** What came back, until and after it is published. */
  answer: Generated<string>;
  answered_at: MaybeStamp;
  /** While one publishes it, nobody else does. */
  publishing_since: MaybeStamp;
  published_post_id: number | null;
  created_by: number | null;
  created_at: Stamp;
  closed_by: number | null;
  closed_at: MaybeStamp;
};

export type EscalationDeliveryTable = {
  community_id: number;
  id: Generated<number>;
  /** `null`: a test. */
  escalation_id: number | null;
  channel: EscalationChannel;
  /** The same with every try, so that the receiver knows it. */
  key: Generated<string>;
  status: Generated<"waiting" | "sent" | "failed">;
  tries: Generated<number>;
  trying_since: MaybeStamp;
  http_status: number | null;
  error: Generated<string>;
  created_at: Stamp;
  done_at: MaybeStamp;
};

export type EscalationInboundTable = {
  community_id: number;
  signature: string;
  key: string;
  escalation_id: number;
  body_hash: string;
  received_at: Stamp;
};

export type EscalationTables = {
  escalation_setting: EscalationSettingTable;
  escalation: EscalationTable;
  escalation_delivery: EscalationDeliveryTable;
  escalation_inbound: EscalationInboundTable;
};

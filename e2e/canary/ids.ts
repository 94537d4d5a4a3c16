/** Ids of the rows in both canary communities. */
export const IDS = {
  space: 770_301,
  lounge: 770_302,
  tag: 770_401,
  field: 770_601,
  loungeField: 770_602,
  mail: 770_501,
  open: 770_101,
  held: 770_102,
  hidden: 770_103,
  deleted: 770_104,
  inLounge: 770_105,
  talk: 770_106,
  answer: 770_211,
  heldAnswer: 770_212,
  hiddenAnswer: 770_213,
  deletedAnswer: 770_214,
  stubAnswer: 770_215,
  replyToStub: 770_216,
  hiddenReply: 770_217,
  unknown: 770_999,
} as const;

export const MEMBERS = {
  reader: { id: 770_001, role: "member" },
  author: { id: 770_002, role: "member" },
  expert: { id: 770_003, role: "super_user" },
  moderator: { id: 770_004, role: "moderator" },
  admin: { id: 770_005, role: "admin" },
} as const;

export type CanaryMember = keyof typeof MEMBERS;

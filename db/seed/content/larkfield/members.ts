import type { SeedMember, SeedRole } from "../types.ts";

interface Extra {
  role?: SeedRole;
  title?: string;
  bio?: string;
}

function member(
  handle: string,
  name: string,
  joinedDaysAgo: number,
  extra: Extra = {},
): SeedMember {
  return { handle, name, role: "member", email: `${handle}@example.com`, joinedDaysAgo, ...extra };
}

const staff: SeedMember[] = [
  member("ruth", "Ruth Pemberton", 1700, {
    role: "admin",
    title: "Community",
    bio: "I look after this place. If a rule here seems daft, tell me which one and why.",
  }),
  member("gareth", "Gareth Lloyd-Price", 1400, { role: "admin", title: "Customer operations" }),
  member("dan", "Dan Whitlock", 1450, {
    role: "moderator",
    title: "Network support",
    bio: "Nine years on the network side, four of them up poles. Mostly here 8 till 4, weekdays.",
  }),
  member("nisha", "Nisha Patel", 1100, {
    role: "moderator",
    title: "Billing",
    bio: "Bills, refunds, contracts and moves. I can't see your account from a thread, so I may ask you to message me.",
  }),
  member("owen", "Owen Baptiste", 700, { role: "moderator", title: "Mobile support" }),
];

const superUsers: SeedMember[] = [
  member("marta", "Marta Kowalczyk", 1620, {
    role: "super_user",
    bio: "Radio engineer by day. I like a tidy ping graph and explaining things without the jargon. Sheffield. English, polski.",
  }),
  member("jonas", "Jonas Lindqvist", 1300, {
    role: "super_user",
    bio: "Used to sell phones, then used to fix them, now I only argue about them. Anything with a SIM in it.",
  }),
  member("helen", "Helen Brandt", 1210, {
    role: "super_user",
    bio: "On a train or a ferry about a third of the year. Roaming, travel SIMs, and where the signal dies on the Harwich boat.",
  }),
  member("tom", "Tom Abernathy", 1500, {
    role: "super_user",
    bio: "Retired telephone jointer. Fibre, copper, ducts, poles, and the weather they fail in.",
  }),
  member("seun", "Seun Adeyemi", 880, {
    role: "super_user",
    bio: "Bookkeeper in Peckham. I read the small print so you don't have to.",
  }),
];

const members: SeedMember[] = [
  member("priya", "Priya Nair", 420, { bio: "Work from home three days a week, Leeds." }),
  member("linda", "Linda Osei", 210),
  member("callum", "Callum Reid", 640, {
    bio: "Headingley. Full Fibre 900 when it feels like it.",
  }),
  member("weilin", "Wei Lin Chua", 150),
  member("ines", "Ines Duarte", 380),
  member("rob", "Rob Calloway", 510, {
    bio: "Lorry driver, so my phone is my broadband Mon to Fri.",
  }),
  member("dev", "Dev Chaudhary", 300, { bio: "Home lab in a cupboard my wife would like back." }),
  member("fiona", "Fiona Mackie", 990),
  member("aisha", "Aisha Rahman", 250),
  member("glynp", "Glyn Parry", 730, { bio: "Caernarfon. Cymraeg neu Saesneg, dim ots." }),
  member("agnieszka", "Agnieszka Wójcik", 95),
  member("kevm", "Kev Murtagh", 560),
  member("bernard52", "Bernard Hollis", 180),
  member("siobhan", "Siobhán Keane", 410, {
    bio: "Strabane, a long stone's throw from the border.",
  }),
  member("yusuf", "Yusuf Demir", 60),
  member("grace", "Grace Okonkwo", 330),
  member("patrick", "Patrick Shaw", 870),
  member("moira", "Moira Sutherland", 1020, { bio: "Stornoway. We get the weather first." }),
  member("jamal", "Jamal Whyte", 45),
  member("theo", "Theo Papadakis", 120, { bio: "Sound engineer. I notice 40 ms." }),
  member("ellen", "Ellen Marchetti", 270),
  member("hamza", "Hamza Siddiqui", 14),
  member("sunita", "Sunita Rao", 480),
  member("craigb", "Craig Bannister", 690),
  member("beth", "Beth Lovell", 36),
  member("marek", "Marek Zielinski", 220),
  member("nicola", "Nicola Frost", 340),
  member("tariq", "Tariq Mahmood", 160),
  member("joan", "Joan Fairweather", 75, { bio: "81 and I set up my own mesh, thank you." }),
  member("oliver", "Oliver Tench", 9),
  member("kayleigh", "Kayleigh Dodd", 2),
  member("dunc", "Duncan Imrie", 590),
  member("farah", "Farah Haddad", 130),
  member("mossybeck", "Stuart Nettleton", 1180, {
    bio: "Farm above Hebden Bridge. One bar, upstairs, if the wind's right.",
  }),
  member("twofatcats", "Wendy Plum", 28),
  member("ade", "Ade Balogun", 440),
  member("elin", "Elin Haf Roberts", 310),
  member("chris", "Chris Vane", 200),
];

/** Larkfield's 48 members: 2 admins, 3 moderators, 5 super users and 38 customers. */
export const larkfieldMembers: SeedMember[] = [...staff, ...superUsers, ...members];

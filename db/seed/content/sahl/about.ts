import type { SeedMember, SeedSpace, SeedTag } from "../types.ts";
import { text } from "../write-post.ts";

/** Sahl's spaces; some slugs are the same as another brand's on purpose. */
export const sahlSpaces: SeedSpace[] = [
  {
    slug: "cards",
    name: "المحفظة والبطاقات",
    description: "البطاقة البلاستيكية والافتراضية، الرقم السري، السحب النقدي، والدفع بالهاتف.",
    icon: "wallet",
    fields: [
      { kind: "choice", label: "نوع البطاقة", options: ["بلاستيكية", "افتراضية"] },
      { kind: "text", label: "الهاتف", help: "الطراز كما يظهر في الإعدادات." },
    ],
  },
  {
    slug: "transfers",
    name: "التحويلات",
    description: "التحويل داخل البلد وخارجه، المدد والرسوم والحدود اليومية.",
    icon: "globe",
  },
  {
    slug: "billing",
    name: "الفواتير والسداد",
    description: "سداد الكهرباء والماء والاتصالات، السداد التلقائي، والمبالغ المستردّة.",
    icon: "bill",
  },
  {
    slug: "mobile",
    name: "التطبيق والأمان",
    description: "تسجيل الدخول، الأجهزة الموثوقة، الإشعارات، ومحاولات الاحتيال.",
    icon: "sim",
  },
  {
    slug: "ideas",
    name: "أفكاركم",
    description: "ما الذي تريدون أن نضيفه أو نغيّره؟ اكتبوا الفكرة وسببها.",
    icon: "idea",
  },
];

/** Sahl's tags. */
export const sahlTags: SeedTag[] = [
  { slug: "app", name: "تطبيق سهل" },
  { slug: "refund", name: "استرداد المبالغ" },
  { slug: "delivery", name: "توصيل البطاقة" },
  { slug: "accessibility", name: "سهولة الوصول" },
  { slug: "security", name: "الأمان" },
  { slug: "iban", name: "رقم الآيبان" },
  { slug: "limits", name: "الحدود والرسوم" },
  { slug: "virtual-card", name: "البطاقة الافتراضية" },
  { slug: "autopay", name: "السداد التلقائي" },
  { slug: "family", name: "العائلة" },
];

/** Sahl's 14 members; some handles are the same as another brand's on purpose. */
export const sahlMembers: SeedMember[] = [
  {
    handle: "noura",
    name: "نورة السبيعي",
    role: "admin",
    email: "noura@example.com",
    title: "إدارة المجتمع",
    bio: "أقرأ كل بلاغ بنفسي. إن رأيتم قاعدة غير منصفة فأخبروني.",
    joinedDaysAgo: 720,
  },
  {
    handle: "dan",
    name: "دانة العتيبي",
    role: "moderator",
    email: "dan@example.com",
    title: "خدمة العملاء",
    joinedDaysAgo: 610,
  },
  {
    handle: "salem",
    name: "سالم باوزير",
    role: "moderator",
    email: "salem@example.com",
    title: "الأمان ومكافحة الاحتيال",
    bio: "لن أطلب منك رمز تحقق أبدًا، لا هنا ولا في الهاتف.",
    joinedDaysAgo: 540,
  },
  {
    handle: "huda",
    name: "هدى المنصوري",
    role: "super_user",
    email: "huda@example.com",
    bio: "محاسبة في شركة صغيرة، وأمّ لثلاثة. أحب الجداول المرتبة.",
    joinedDaysAgo: 680,
  },
  {
    handle: "marta",
    name: "مارتا حدّاد",
    role: "super_user",
    email: "marta@example.com",
    bio: "مبرمجة تطبيقات. أجيب غالبًا في المساء.",
    joinedDaysAgo: 590,
  },
  {
    handle: "layla",
    name: "ليلى الزهراني",
    role: "member",
    email: "layla@example.com",
    joinedDaysAgo: 330,
  },
  {
    handle: "omar",
    name: "عمر الفاضل",
    role: "member",
    email: "omar@example.com",
    bio: "أعمل بعيدًا عن أهلي، وأحوّل لهم أول كل شهر.",
    joinedDaysAgo: 400,
  },
  {
    handle: "yusuf",
    name: "يوسف القرني",
    role: "member",
    email: "yusuf@example.com",
    joinedDaysAgo: 150,
  },
  {
    handle: "farah",
    name: "فرح الخطيب",
    role: "member",
    email: "farah@example.com",
    bio: "مصمّمة مستقلة، عملائي في أربع دول.",
    joinedDaysAgo: 260,
  },
  {
    handle: "tariq",
    name: "طارق الشمري",
    role: "member",
    email: "tariq@example.com",
    joinedDaysAgo: 90,
  },
  {
    handle: "hamza",
    name: "حمزة بن يحيى",
    role: "member",
    email: "hamza@example.com",
    joinedDaysAgo: 21,
  },
  {
    handle: "reem",
    name: "ريم الأنصاري",
    role: "member",
    email: "reem@example.com",
    bio: "كفيفة، وأستخدم قارئ الشاشة في كل شيء.",
    joinedDaysAgo: 210,
  },
  {
    handle: "khaled",
    name: "خالد مراد",
    role: "member",
    email: "khaled@example.com",
    joinedDaysAgo: 480,
  },
  {
    handle: "abuziad",
    name: "أبو زياد",
    role: "member",
    email: "abuziad@example.com",
    joinedDaysAgo: 75,
  },
];

/** Sahl's house rules, as Markdown. */
export const sahlGuidelines = text`
هذا المكان لعملاء سهل، يسأل فيه بعضهم بعضًا ويجيب بعضهم بعضًا، ونشارك نحن الموظفين حين يلزم.

## قبل أن تسأل

- اجعل لكل مشكلة موضوعًا مستقلًا، وعنوانًا يصف ما يحدث فعلًا.
- اذكر نوع هاتفك وإصدار التطبيق ونص رسالة الخطأ كما ظهرت.
- إذا نجح حلّ فاختره، فغيرك يبحث عنه الآن.

## مالك وخصوصيتك

لا تكتب هنا رقم حسابك ولا الآيبان ولا رقم بطاقتك ولا رقم هاتفك. **رمز التحقق لا يُعطى لأحد**، وموظفو سهل لا يطلبونه أبدًا.

## أدب الحوار

انتقد سهل كما تشاء، واحترم من يحاورك. نخفي الإعلانات والإساءة وأي دعوة إلى التحايل على الأنظمة، ونوضح السبب، ولك أن تطلب المراجعة.
`;

/** Sahl's terms for the community, as Markdown. */
export const sahlTerms = text`
تخص هذه الشروط مجتمع سهل وحده. أما محفظتك وبطاقاتك فيحكمها العقد المبرم بينك وبين سهل.

## ما تكتبه

يبقى ما تكتبه ملكًا لك، وتأذن لنا بعرضه هنا وفي صفحات المساعدة ونتائج البحث ما دام منشورًا. ولك أن تعدّله أو تحذفه متى شئت.

## مدى الاعتماد على الإجابات

الإجابة الموسومة بأنها **رسمية** راجعها موظف من سهل في التاريخ المذكور. وما عداها نصيحة من عميل إلى عميل، وليست مشورة مالية.

## الإشراف

للمشرفين أن يوقفوا منشورًا أو يخفوه أو يغلقوا موضوعًا يخالف القواعد، مع ذكر السبب. ويمكنك طلب مراجعة يجريها مشرف آخر.

## إغلاق الحساب

عند إغلاق حسابك يُحذف ملفك الشخصي خلال 30 يومًا، وتبقى المشاركات التي رُدّ عليها من غير اسمك.
`;

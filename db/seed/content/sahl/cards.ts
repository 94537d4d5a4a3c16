import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Wallet and cards. */
export const cardThreads: SeedThread[] = [
  {
    key: "card-declined-online",
    kind: "question",
    space: "cards",
    author: "farah",
    title: "البطاقة تعمل في المتاجر وتُرفض في كل موقع إلكتروني",
    tags: ["security", "app"],
    minutesAgo: 15_300,
    sameHere: 11,
    helpful: 4,
    body: text`
أدفع بالبطاقة في السوق والمطاعم بلا أي مشكلة، لكن كل محاولة شراء عبر الإنترنت تنتهي بعبارة «رفض المصدر العملية». جرّبت ثلاثة مواقع ومتصفحين، والرصيد كافٍ. أحتاج إلى تجديد اشتراك برنامج أعمل به قبل نهاية الأسبوع.
`,
    acceptedKey: "card-declined-online-1",
    acceptedAfterMinutes: 58,
    officialKey: "card-declined-online-2",
    posts: [
      answer("card-declined-online-1", "huda", { after: 16, helpful: 12 })`
البطاقات الجديدة تصل والشراء الإلكتروني فيها موقوف، ومعظم الناس لا ينتبهون لذلك.

1. افتحي **بطاقاتي** واختاري البطاقة.
2. ادخلي إلى **الضوابط**، ثم فعّلي «الشراء عبر الإنترنت».
3. إن كان الموقع خارج البلد ففعّلي «العمليات الدولية» أيضًا.

بعدها أعيدي المحاولة من البداية، فبعض المتاجر تحتفظ بالرفض السابق إذا ضغطتِ «إعادة المحاولة» فقط.
`,
      reply(["card-declined-online-1a", "card-declined-online-1"], "farah", {
        after: 55,
        helpful: 2,
      })`
كان الخياران موقوفين! تجدّد الاشتراك من أول مرة، شكرًا جزيلًا يا هدى.
`,
      answer("card-declined-online-2", "dan", { after: 1_290, helpful: 8, official: true })`
ما ذكرته هدى صحيح. نوقف الشراء الإلكتروني في البطاقة الجديدة حتى لا يستخدمها أحد إن ضاعت في الطريق.

ابتداءً من الإصدار 5.8 ستسألك شاشة تنشيط البطاقة مباشرة: «هل تريد الشراء عبر الإنترنت؟»، فلا تبقى هذه المفاجأة.
`,
    ],
  },
  {
    key: "card-delivery",
    kind: "question",
    space: "cards",
    author: "hamza",
    title: "مضى أسبوعان ولم تصل البطاقة، والتطبيق يقول «في الطريق»",
    tags: ["delivery"],
    minutesAgo: 9_800,
    sameHere: 5,
    body: text`
طلبتها يوم فتحت الحساب. رقم التتبع لا يعطي أي نتيجة في موقع شركة الشحن. هل أطلب واحدة جديدة أم أنتظر؟
`,
    acceptedKey: "card-delivery-2",
    acceptedAfterMinutes: 1_730,
    posts: [
      answer("card-delivery-1", "khaled", { after: 90, helpful: 2 })`
انتظرتُ أنا ثمانية عشر يومًا ثم وصلت. لكن تأكد من العنوان الوطني في ملفك، فقد كان الرمز الإضافي عندي ناقصًا.
`,
      answer("card-delivery-2", "dan", { after: 1_310, helpful: 6 })`
أخ حمزة، أعادت شركة الشحن بطاقتك إلينا لأن رقم المبنى لم يكن في العنوان. طلبت لك إصدارًا جديدًا بلا رسوم، وأوقفت الأولى احتياطًا. حدّث عنوانك من **ملفي ← العنوان** اليوم، وستصلك خلال أربعة أيام عمل.

وإلى أن تصل، البطاقة الافتراضية جاهزة في التطبيق وتعمل مع الدفع بالهاتف.
`,
      reply(["card-delivery-2a", "card-delivery-2"], "hamza", { after: 1_725, helpful: 1 })`
حدّثت العنوان. ولم أكن أعلم بأمر البطاقة الافتراضية، حلّت المشكلة فعلًا.
`,
    ],
  },
  {
    key: "card-swallowed",
    kind: "question",
    space: "cards",
    author: "abuziad",
    title: "الصراف ابتلع البطاقة وأنا في السفر، ماذا أفعل؟",
    tags: ["security"],
    minutesAgo: 2_600,
    sameHere: 1,
    helpful: 1,
    body: text`
السلام عليكم. أدخلت الرقم السري مرتين خطأ، وفي الثالثة احتفظ الجهاز بالبطاقة. الجهاز تابع لبنك آخر، وموظفه يقول: راجع بنكك. سأبقى هنا خمسة أيام ومعي العائلة.
`,
    posts: [
      answer("card-swallowed-1", "huda", { after: 14, helpful: 5 })`
وعليكم السلام. أول خطوة: أوقف البطاقة مؤقتًا من التطبيق، فالإيقاف المؤقت يُلغى بلمسة إن عادت إليك. وللمصروف أضف البطاقة الافتراضية إلى محفظة هاتفك وادفع بها، ولها رقم سري مستقل.
`,
      reply(["card-swallowed-1a", "card-swallowed-1"], "abuziad", { after: 47 })`
أوقفتها، جزاك الله خيرًا. لكن السوق هنا أكثره نقدًا.
`,
      answer("card-swallowed-2", "omar", { after: 130, helpful: 3 })`
جرّب «سحب بلا بطاقة» في أجهزة الصراف التي عليها شعار التماس: اختر المبلغ في التطبيق، ثم قرّب الهاتف. نجحت معي خارج البلد مرة واحدة، والرسوم ظهرت قبل التأكيد.
`,
    ],
  },
  {
    key: "virtual-card-trial",
    kind: "question",
    space: "cards",
    author: "layla",
    title: "كيف أشترك في فترة تجريبية من غير أن يُسحب المبلغ بعدها؟",
    tags: ["virtual-card", "limits"],
    minutesAgo: 33_700,
    sameHere: 8,
    helpful: 3,
    body: text`
أنسى دائمًا موعد إلغاء الفترات التجريبية، وقد دفعت هذا العام ثمن ثلاث خدمات لم أفتحها. سمعت أن البطاقة الافتراضية تفيد في هذا.
`,
    acceptedKey: "virtual-card-trial-1",
    acceptedAfterMinutes: 210,
    posts: [
      answer("virtual-card-trial-1", "marta", {
        after: 35,
        helpful: 9,
        edits: [
          {
            body: text`
أنشئي بطاقة افتراضية جديدة لكل خدمة، واجعلي حدّها ريالًا واحدًا. إذا حاولت الخدمة السحب رُفضت العملية وينتهي الأمر.
`,
            minutesAfter: 1_600,
            reason: "أضفت التنبيه عن الالتزام بالعقد بعد ملاحظة خالد.",
          },
        ],
      })`
أنشئي بطاقة افتراضية جديدة لكل خدمة، واجعلي حدّها ريالًا واحدًا. إذا حاولت الخدمة السحب رُفضت العملية.

تنبيه مهم: رفض السحب لا يلغي الاشتراك نفسه. إن كانت الشروط تُلزمك بسنة مثلًا فقد تطالبك الشركة بالمبلغ. لذلك ألغي الاشتراك من موقعهم، واعتبري البطاقة حزام أمان فقط.
`,
      reply(["virtual-card-trial-1a", "virtual-card-trial-1"], "layla", { after: 205, helpful: 1 })`
أنشأت ثلاثًا وسمّيت كل واحدة باسم خدمتها. فكرة التسمية وحدها تستحق الشكر.
`,
      reply(["virtual-card-trial-1b", "virtual-card-trial-1"], "khaled", {
        after: 1_540,
        helpful: 4,
      })`
انتبهوا، أخي وصلته مطالبة من نادٍ رياضي بعدما فعل هذا، لأن العقد كان سنويًا.
`,
    ],
  },
  {
    key: "forgot-pin",
    kind: "question",
    space: "cards",
    author: "tariq",
    title: "نسيت الرقم السري للبطاقة",
    tags: [],
    minutesAgo: 21_900,
    sameHere: 3,
    body: text`
أين أجده؟
`,
    acceptedKey: "forgot-pin-1",
    acceptedAfterMinutes: 9,
    posts: [
      answer("forgot-pin-1", "huda", { after: 4, helpful: 4 })`
بطاقاتي ← البطاقة ← عرض الرقم السري. يظهر عشر ثوانٍ بعد بصمة الوجه. وبعد ثلاث محاولات خاطئة في الصراف عليك تغييره من الشاشة نفسها.
`,
    ],
  },
  {
    key: "nfc-after-repair",
    kind: "question",
    space: "cards",
    author: "yusuf",
    title: "الدفع بالهاتف توقف بعد تغيير الشاشة عند محل صيانة",
    tags: ["app"],
    minutesAgo: 40,
    sameHere: 1,
    body: text`
قبل الصيانة كان كل شيء سليمًا. الآن تظهر البطاقة على الشاشة وتطلب البصمة وتقبلها، ثم لا يستجيب جهاز الدفع. جرّبت في ثلاثة محلات. هل المشكلة من الهاتف، أم لأن التطبيق يعدّه جهازًا غير موثوق؟
`,
    posts: [],
  },
  {
    key: "cards-spam",
    kind: "discussion",
    space: "cards",
    author: "tariq",
    title: "ضاعف رصيد محفظتك خلال 24 ساعة، مضمون",
    tags: [],
    minutesAgo: 12_100,
    state: "hidden",
    body: text`
أرسل أي مبلغ ويعود إليك ضعفه في اليوم التالي. مئات المستفيدين. التواصل على الخاص فقط.
`,
    posts: [],
  },
];

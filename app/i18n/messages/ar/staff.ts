import type { staff as english } from "../en/staff.ts";

export const staff: Record<keyof typeof english, string> = {
  "staff.nav": "صفحات الفريق",
  "staff.partDesk": "المكتب",
  "staff.partRules": "القواعد",
  "staff.partSearch": "البحث",
  "staff.partRecognition": "التقدير",
  "staff.partSite": "الموقع",
  "staff.pagesOfPart": "صفحات هذا القسم",
  "staff.tabLookedFor": "ما يبحث عنه الناس",
  "staff.tabWords": "الكلمات",
  "staff.tabPins": "النتائج المثبتة",
  "staff.tabOrigins": "المواقع المسموح بها",
};

import type { staff as english } from "../en/staff.ts";

export const staff: Record<keyof typeof english, string> = {
  "staff.title": "مكتب الفريق",
  "staff.nav": "صفحات الفريق",
  "staff.tabLookedFor": "ما يبحث عنه الناس",
  "staff.tabWords": "الكلمات",
  "staff.tabPins": "النتائج المثبتة",
  "staff.tabOrigins": "المواقع المسموح بها",
};

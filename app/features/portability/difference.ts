/** Something stored that isn't what the rows say. */
export type Difference = {
  check: string;
  communityId: number;
  id: string;
  stored: string;
  actual: string;
};

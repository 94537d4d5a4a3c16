/** So many members hide a post. */
export const VOTES_TO_HIDE = 3;

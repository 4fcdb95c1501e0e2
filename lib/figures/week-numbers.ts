/** Days that the first page calls this week, today included. */
export const WEEK_DAYS = 7;

/** What the desk brought out in the last days. */
export type WeekNumbers = {
  /** Records of all kinds but reports of a status. */
  readonly published: number;
  readonly statuses: number;
  readonly corrected: number;
  /** Published at once by a load of the dossier, and in none of the others. */
  readonly loaded: number;
  /** There was more than is looked at: of what is published each number is a lower bound. */
  readonly isLeast: boolean;
};

/** What two texts share: how much of the words of each stands in the other, and how many words these are. */
export type Shares = { readonly share: number; readonly otherShare: number; readonly words: number };

/** From which a text may be a copy: a quoted statement is less. Within one house, whose pages share much, nearly all of it. */
export const SHARES_MUCH = { share: 0.3, ofOneHouse: 0.8, words: 40, wordSize: 5 } as const;

export function sharesMuch({ share, otherShare, words }: Shares, isOneHouse: boolean): boolean {
  return (
    words >= SHARES_MUCH.words &&
    Math.max(share, otherShare) >= (isOneHouse ? SHARES_MUCH.ofOneHouse : SHARES_MUCH.share)
  );
}

/** 0.872 → 87; nothing less than all is 100. */
export const percentOf = (share: number): number => (share >= 1 ? 100 : Math.min(99, Math.round(share * 100)));

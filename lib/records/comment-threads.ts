export const LONGEST_COMMENT = 4000;

/** The comments of a page, each with the replies to it, in the order in which they were written. */
export function threadsOf<C extends { readonly id: string; readonly parentId: string | null }>(
  comments: readonly C[],
): { readonly first: C; readonly replies: readonly C[] }[] {
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((first) => ({ first, replies: comments.filter(({ parentId }) => parentId === first.id) }));
}

/** The anchor of a comment on the page of what it is about. */
export const commentAnchor = (id: string) => `comment-${id}`;

import type { Comment } from "@/db/access/discussion/comments";
import { answersTo, piecesOf } from "@/lib/records/mention";

/** A comment's plain text: line breaks as typed, addresses as links, the people whom it mentions by their names. */
export function CommentText({ comment: { body, mentions } }: { comment: Pick<Comment, "body" | "mentions"> }) {
  let index = 0;
  return (
    <p dir="auto" className="measure whitespace-pre-wrap break-words">
      {piecesOf(body ?? "").map((piece) => {
        const key = index++;
        if (piece.kind === "link") {
          return (
            <a key={key} href={piece.text} rel="noreferrer noopener nofollow" className="text-accent underline">
              {piece.text}
            </a>
          );
        }
        const person = piece.kind === "mention" && mentions.find((one) => answersTo(one, piece.handle));
        return person ? <strong key={key}>@{person.name}</strong> : piece.text;
      })}
    </p>
  );
}

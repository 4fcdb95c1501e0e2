import { correctionFeed } from "@/app/_server/correction-feed";
import { feed } from "@/app/_server/feed-reader";

export const GET = feed((actor, origin) => correctionFeed(actor, actor.locale, origin));
